import { Field, ID, InputType } from "type-graphql";

/** The organ's word on an objection. */
@InputType()
export class DecideObjectionInput {
  @Field(() => ID)
  objectionId: string;

  @Field(() => Boolean)
  confirmed: boolean;

  @Field(() => String)
  decision: string;
}
