import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { CaseStageName } from "./enums";

/** The stage that a case has come to, and on which day. */
@InputType()
export class RecordCaseStageInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => CaseStageName)
  stage: CaseStageName;

  @Field(() => CalendarDateScalar)
  enteredOn: string;
}
