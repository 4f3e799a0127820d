import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar, DateTimeScalar } from "../../shared/types/scalars";
import { LineKind, LineStatus } from "./enums";
import { RiskNoticeInput } from "./RiskNoticeInput";

/** A line as its carrier saw it at a moment. */
@InputType()
export class PhoneLineReport {
  @Field(() => DateTimeScalar)
  observedAt: Date;

  @Field(() => ID)
  number: string;

  @Field(() => LineKind)
  kind: LineKind;

  @Field(() => LineStatus)
  status: LineStatus;

  @Field(() => IdentityDocumentInput, { nullable: true })
  document?: IdentityDocumentInput | null;

  @Field(() => String, { nullable: true })
  holderName?: string | null;

  @Field(() => IdentityDocumentInput, { nullable: true })
  legalRepresentative?: IdentityDocumentInput | null;

  @Field(() => CalendarDateScalar)
  registeredOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  activatedOn?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastUsedOn?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn?: string | null;

  @Field(() => ID, { nullable: true })
  outletCode?: string | null;

  @Field(() => String, { nullable: true })
  realNameMethod?: string | null;

  @Field(() => Boolean, { nullable: true })
  onlineCheckPassed?: boolean | null;

  @Field(() => String, { nullable: true })
  photoReference?: string | null;

  @Field(() => RiskNoticeInput, { nullable: true })
  riskNotice?: RiskNoticeInput | null;
}
