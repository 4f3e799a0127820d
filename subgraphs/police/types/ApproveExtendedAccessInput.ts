import { Field, ID, InputType, Int } from "type-graphql";

/** Leave for another officer to look further than one step. */
@InputType()
export class ApproveExtendedAccessInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => ID)
  officer: string;

  @Field(() => String)
  reason: string;

  @Field(() => Int)
  days: number;
}
