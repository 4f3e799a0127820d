import { Field, ID, InputType } from "type-graphql";
import { AbnormalCallReport } from "./AbnormalCallReport";

/** A carrier's batch of flags. */
@InputType()
export class ReportAbnormalCallsInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  carrier: string;

  @Field(() => [AbnormalCallReport])
  reports: AbnormalCallReport[];
}
