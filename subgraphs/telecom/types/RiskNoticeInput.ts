import { Field, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";
import { UndertakingKind } from "./enums";

/** What a holder has read and confirmed, by its version and digest. */
@InputType()
export class RiskNoticeInput {
  @Field(() => UndertakingKind)
  kind: UndertakingKind;

  @Field(() => String)
  noticeVersion: string;

  @Field(() => String)
  noticeDigest: string;

  @Field(() => DateTimeScalar)
  acknowledgedAt: Date;
}
