import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Institution } from "./Institution";
import { Subject } from "./Subject";

/** A holder above the five-card limit (N16-4). */
@Authenticated()
@ObjectType()
export class CleanUpEntry {
  @Field(() => Subject)
  subject: Subject;

  @Field(() => Institution)
  carrier: Institution;

  @Field(() => Int)
  active: number;

  @Field(() => Int)
  above: number;
}
