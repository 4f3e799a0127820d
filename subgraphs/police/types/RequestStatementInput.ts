import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";

/** The period of which an involved account's statement is asked for. */
@InputType()
export class RequestStatementInput {
  @Field(() => ID)
  involvementId: string;

  @Field(() => DateTimeScalar)
  from: Date;

  @Field(() => DateTimeScalar)
  to: Date;
}
