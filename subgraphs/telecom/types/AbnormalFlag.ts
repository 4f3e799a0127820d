import { Field, ID, Int, ObjectType } from "type-graphql";
import { CacheHint, Key, RequiresScopes } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AbnormalFlagKind, FlagStatus } from "./enums";

/** Something conspicuous about a line; it stops nothing until it has been verified (SH). */
// Stands within its line and its holder, which whoever reports or verifies a flag knows and touches. Who sees it
// goes by who sees the line, so whoever moves a line touches its flags.
@CacheHint(60)
@Key("id")
@RequiresScopes(["flag:read"])
@ObjectType()
export class AbnormalFlag {
  @Field(() => ID)
  id: string;

  @Field(() => AbnormalFlagKind)
  kind: AbnormalFlagKind;

  @Field(() => FlagStatus)
  status: FlagStatus;

  @Field(() => DateTimeScalar)
  observedFrom: Date;

  @Field(() => DateTimeScalar)
  observedTo: Date;

  @Field(() => Int, { nullable: true })
  callCount: number | null;

  @Field(() => Int, { nullable: true })
  complaintCount: number | null;

  @Field(() => String, { nullable: true })
  evidence: string | null;

  @Field(() => DateTimeScalar)
  reportedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  verifiedAt: Date | null;

  @Field(() => String, { nullable: true })
  note: string | null;
}
