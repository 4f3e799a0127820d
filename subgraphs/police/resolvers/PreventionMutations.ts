import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { runCallerTransaction, runPoliceTransaction } from "../commands/policeTransaction";
import { publishWarning } from "../commands/publishWarning";
import { recordIndicator } from "../commands/recordIndicator";
import { recordPatrol } from "../commands/recordPatrol";
import { recordTip } from "../commands/recordTip";
import { recordVisit } from "../commands/recordVisit";
import { resolveIndicator } from "../commands/resolveIndicator";
import { resolveTip } from "../commands/resolveTip";
import type { PoliceContext } from "../policeContext";
import { Indicator } from "../types/Indicator";
import { PatrolTarget } from "../types/PatrolTarget";
import { PublishWarningInput } from "../types/PublishWarningInput";
import { RecordIndicatorInput } from "../types/RecordIndicatorInput";
import { RecordPatrolInput } from "../types/RecordPatrolInput";
import { RecordTipInput } from "../types/RecordTipInput";
import { RecordVisitInput } from "../types/RecordVisitInput";
import { ResolveIndicatorInput } from "../types/ResolveIndicatorInput";
import { ResolveTipInput } from "../types/ResolveTipInput";
import { Tip } from "../types/Tip";
import { Visit } from "../types/Visit";
import { Warning } from "../types/Warning";

/** Patrols, visits, tips, indicators and warnings. */
@Resolver()
export class PreventionMutations {
  @RequiresScopes(["visit:write"])
  @Mutation(() => PatrolTarget)
  recordPatrol(
    @Arg("input", () => RecordPatrolInput) input: RecordPatrolInput,
    @Ctx() context: PoliceContext,
  ): Promise<PatrolTarget> {
    return runPoliceTransaction(context, transaction => recordPatrol(input, transaction));
  }

  @RequiresScopes(["visit:write"])
  @Mutation(() => Visit)
  recordVisit(
    @Arg("input", () => RecordVisitInput) input: RecordVisitInput,
    @Ctx() context: PoliceContext,
  ): Promise<Visit> {
    return runPoliceTransaction(context, transaction => recordVisit(input, transaction));
  }

  @RequiresScopes(["tip:write"])
  @Mutation(() => Tip, {
    description: "The informant's identity goes to a sealed store and is in no graph path.",
  })
  recordTip(
    @Arg("input", () => RecordTipInput) input: RecordTipInput,
    @Ctx() context: PoliceContext,
  ): Promise<Tip> {
    return runPoliceTransaction(context, transaction => recordTip(input, transaction));
  }

  @RequiresScopes(["tip:write"])
  @Mutation(() => Tip)
  resolveTip(
    @Arg("input", () => ResolveTipInput) input: ResolveTipInput,
    @Ctx() context: PoliceContext,
  ): Promise<Tip> {
    return runPoliceTransaction(context, transaction => resolveTip(input, transaction));
  }

  @RequiresScopes(["indicator:write"])
  @Mutation(() => Indicator)
  recordIndicator(
    @Arg("input", () => RecordIndicatorInput) input: RecordIndicatorInput,
    @Ctx() context: PoliceContext,
  ): Promise<Indicator> {
    return runCallerTransaction(context, transaction => recordIndicator(input, transaction));
  }

  @RequiresScopes(["indicator:write"])
  @Mutation(() => Indicator)
  resolveIndicator(
    @Arg("input", () => ResolveIndicatorInput) input: ResolveIndicatorInput,
    @Ctx() context: PoliceContext,
  ): Promise<Indicator> {
    return runCallerTransaction(context, transaction => resolveIndicator(input, transaction));
  }

  @RequiresScopes(["warning:write"])
  @Mutation(() => Warning)
  publishWarning(
    @Arg("input", () => PublishWarningInput) input: PublishWarningInput,
    @Ctx() context: PoliceContext,
  ): Promise<Warning> {
    return runPoliceTransaction(context, transaction => publishWarning(input, transaction));
  }
}
