import { Field, ID, InputType } from "type-graphql";

/** Who joins a case, who leaves it, who leads it from now on. */
@InputType()
export class AssignOfficersInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => [ID], { nullable: true })
  add?: string[] | null;

  @Field(() => [ID], { nullable: true })
  remove?: string[] | null;

  @Field(() => ID, { nullable: true })
  lead?: string | null;
}
