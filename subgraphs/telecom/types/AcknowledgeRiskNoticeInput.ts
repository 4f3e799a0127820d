import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";

/** The holder of a line has confirmed the risk notice, by its version and digest. */
@InputType()
export class AcknowledgeRiskNoticeInput {
  @Field(() => ID)
  number: string;

  @Field(() => String)
  noticeVersion: string;

  @Field(() => String)
  noticeDigest: string;

  @Field(() => DateTimeScalar)
  acknowledgedAt: Date;
}
