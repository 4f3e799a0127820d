import { Field, ID, InputType } from "type-graphql";

/** An involvement that does not hold, and why. */
@InputType()
export class WithdrawInvolvementInput {
  @Field(() => ID)
  involvementId: string;

  @Field(() => String)
  reason: string;
}
