import { Field, ID, InputType } from "type-graphql";

/** A person's word that an account in their name is not theirs. */
@InputType()
export class DisputeAccountInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => String, { description: "In the person's own words, without numbers." })
  reason: string;
}
