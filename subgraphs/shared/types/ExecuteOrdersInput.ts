import { Field, ID, InputType } from "type-graphql";
import { OrderOutcomeInput } from "./OrderOutcomeInput";

/** What an institution made of its orders, at most 5,000 at once; the same requestId again changes nothing. */
@InputType()
export class ExecuteOrdersInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  institution: string;

  @Field(() => [OrderOutcomeInput])
  outcomes: OrderOutcomeInput[];
}
