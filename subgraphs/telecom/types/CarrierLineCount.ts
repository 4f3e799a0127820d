import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { LineKind } from "./enums";
import { Institution } from "./Institution";

/** How many lines of a kind that are not closed a person holds at a carrier, or at all others together (code `*`). */
@Authenticated()
@ObjectType()
export class CarrierLineCount {
  @Field(() => Institution)
  carrier: Institution;

  @Field(() => LineKind)
  kind: LineKind;

  @Field(() => Int)
  active: number;
}
