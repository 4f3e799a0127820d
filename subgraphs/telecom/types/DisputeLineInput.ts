import { Field, ID, InputType } from "type-graphql";

/** A person says that a line in their name is not theirs. */
@InputType()
export class DisputeLineInput {
  @Field(() => ID)
  lineId: string;

  @Field(() => String)
  reason: string;
}
