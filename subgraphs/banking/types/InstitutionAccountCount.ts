import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { AccountClass, AccountKind } from "./enums";
import { Institution } from "./Institution";

/** How many accounts of a kind a person holds at an institution, or of any kind at all others together (code `*`). */
@Authenticated()
@ObjectType()
export class InstitutionAccountCount {
  @Field(() => Institution)
  institution: Institution;

  /** Null in the total of the other institutions: the kind would tell whether it is banks or payment institutions. */
  @Field(() => AccountKind, { nullable: true })
  kind: AccountKind | null;

  /** Null where the kind has no classes, and in the total of the other institutions. */
  @Field(() => AccountClass, { nullable: true })
  accountClass: AccountClass | null;

  @Field(() => Int)
  open: number;
}
