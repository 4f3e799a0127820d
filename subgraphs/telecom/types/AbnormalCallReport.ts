import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AbnormalFlagKind } from "./enums";

/** Something conspicuous that a carrier saw on one of its lines, and over which time. */
@InputType()
export class AbnormalCallReport {
  @Field(() => ID)
  number: string;

  @Field(() => AbnormalFlagKind)
  kind: AbnormalFlagKind;

  @Field(() => DateTimeScalar)
  observedFrom: Date;

  @Field(() => DateTimeScalar)
  observedTo: Date;

  @Field(() => Int, { nullable: true })
  callCount?: number | null;

  @Field(() => Int, { nullable: true })
  complaintCount?: number | null;

  @Field(() => String, { nullable: true })
  evidence?: string | null;
}
