import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** The freezing of an involved account, by a legal paper. */
@InputType()
export class FreezeAccountInput {
  @Field(() => ID)
  involvementId: string;

  @Field(() => CalendarDateScalar)
  until: string;

  @Field(() => String)
  legalPaper: string;
}
