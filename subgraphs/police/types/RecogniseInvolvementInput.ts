import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** An organ's recognition of a lead. */
@InputType()
export class RecogniseInvolvementInput {
  @Field(() => ID)
  involvementId: string;

  @Field(() => CalendarDateScalar)
  recognisedOn: string;

  @Field(() => String)
  reason: string;
}
