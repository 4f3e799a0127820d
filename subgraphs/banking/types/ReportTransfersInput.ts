import { Field, ID, InputType } from "type-graphql";
import { TransferReport } from "./TransferReport";

/** A batch of transfers. */
@InputType()
export class ReportTransfersInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  institution: string;

  @Field(() => [TransferReport])
  transfers: TransferReport[];
}
