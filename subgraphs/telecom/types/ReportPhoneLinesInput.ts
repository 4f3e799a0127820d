import { Field, ID, InputType } from "type-graphql";
import { PhoneLineReport } from "./PhoneLineReport";

/** A carrier's batch of lines. */
@InputType()
export class ReportPhoneLinesInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  carrier: string;

  @Field(() => [PhoneLineReport])
  lines: PhoneLineReport[];
}
