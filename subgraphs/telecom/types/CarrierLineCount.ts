import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { LineKind } from "./enums";
import { Institution } from "./Institution";

/** How many lines of a kind that are not closed a person holds at a carrier, or of any kind at all others together (code `*`). */
@Authenticated()
@ObjectType()
export class CarrierLineCount {
  @Field(() => Institution)
  carrier: Institution;

  /** Null in the total of the other carriers: the kind would tell which of them it could be. */
  @Field(() => LineKind, { nullable: true })
  kind: LineKind | null;

  @Field(() => Int)
  active: number;
}
