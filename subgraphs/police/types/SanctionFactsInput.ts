import { Field, InputType, Int } from "type-graphql";

/** Facts that decide the threshold and the length under the version in force on the day. */
@InputType({
  description: "Facts that decide the threshold and the length under the version in force on the day.",
})
export class SanctionFactsInput {
  @Field(() => Int)
  cardsOrAccounts: number;

  @Field(() => Int)
  occasions: number;

  @Field(() => Int)
  counterparties: number;

  @Field(() => Boolean)
  convicted: boolean;

  @Field(() => Boolean)
  repeat: boolean;
}
