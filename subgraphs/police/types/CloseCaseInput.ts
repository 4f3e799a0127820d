import { Field, ID, InputType } from "type-graphql";

/** The end of a case, and why. */
@InputType()
export class CloseCaseInput {
  @Field(() => ID)
  number: string;

  @Field(() => String)
  reason: string;
}
