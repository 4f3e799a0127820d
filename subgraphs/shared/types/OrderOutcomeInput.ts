import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "./scalars";

/** What an institution made of one order. */
@InputType()
export class OrderOutcomeInput {
  @Field(() => ID)
  orderId: string;

  @Field(() => Boolean, { description: "False: refused, with a reason." })
  executed: boolean;

  @Field(() => DateTimeScalar, { description: "When it was carried out, or refused." })
  executedAt: Date;

  @Field(() => String, { nullable: true })
  refusalReason?: string | null;

  @Field(() => String, { nullable: true, description: "The institution's own reference." })
  reference?: string | null;
}
