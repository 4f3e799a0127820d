import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** The service of a sanction's notice. */
@InputType()
export class ServeSanctionInput {
  @Field(() => ID)
  sanctionId: string;

  @Field(() => CalendarDateScalar)
  servedOn: string;

  @Field(() => String)
  method: string;
}
