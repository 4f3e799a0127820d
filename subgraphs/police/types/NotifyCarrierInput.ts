import { Field, ID, InputType } from "type-graphql";

/** A police notice on a line (SH). */
@InputType()
export class NotifyCarrierInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => ID)
  number: string;

  @Field(() => String)
  reason: string;
}
