import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { Conduct, type Instrument, RuleVersion, SanctionedRole, SanctionStatus } from "./enums";

/** What an organ of a districted city or above has recognised against a person or unit (N16-5, N20-5). */
@Key("id")
@RequiresScopes(["sanction:read"])
@ObjectType()
export class Sanction {
  @Field(() => ID)
  id: string;

  @Field(() => SanctionedRole)
  role: SanctionedRole;

  @Field(() => Conduct)
  conduct: Conduct;

  @Field(() => RuleVersion)
  ruleVersion: RuleVersion;

  @Field(() => CalendarDateScalar)
  recognisedOn: string;

  readonly subjectId: string;
  readonly authorityCode: string;
  readonly caseNumber: string | null;
  /** As stored: the status that a reader sees is derived from it, the day and the objections. */
  readonly state: SanctionState;
  readonly reason: string;
  readonly remedy: string;
  readonly papers: string[];
  readonly servedOn: string | null;
  readonly instruments: Instrument[];
}

/** What is written down of a sanction's status. */
export type SanctionState = Exclude<SanctionStatus, SanctionStatus.OBJECTED | SanctionStatus.EXPIRED>;
