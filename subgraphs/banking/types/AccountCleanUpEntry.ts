import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Institution } from "./Institution";
import { Subject } from "./Subject";

/** A holder of more debit cards than N16-5 lets one bank keep open. */
@Authenticated()
@ObjectType()
export class AccountCleanUpEntry {
  @Field(() => Subject)
  subject: Subject;

  @Field(() => Institution)
  institution: Institution;

  @Field(() => Int)
  cards: number;

  @Field(() => Int)
  above: number;
}
