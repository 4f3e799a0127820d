import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** The holder has read the risk notice and pledged to keep to it (RN). */
@Authenticated()
@ObjectType()
export class RiskNoticeAcknowledgement {
  @Field(() => String)
  noticeVersion: string;

  @Field(() => String)
  noticeDigest: string;

  @Field(() => DateTimeScalar)
  acknowledgedAt: Date;
}
