import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { ReportOutcome } from "../../shared/types/ReportOutcome";
import { raisePoliceNotice } from "../commands/raisePoliceNotice";
import { reportAbnormalCalls } from "../commands/reportAbnormalCalls";
import { runTelecomTransaction } from "../commands/telecomTransaction";
import { verifyAbnormalFlag } from "../commands/verifyAbnormalFlag";
import { verifyFlagInCase } from "../commands/verifyFlagInCase";
import type { FlagRow } from "../store/flagStore";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlag } from "../types/AbnormalFlag";
import { RaisePoliceNoticeInput } from "../types/RaisePoliceNoticeInput";
import { ReportAbnormalCallsInput } from "../types/ReportAbnormalCallsInput";
import { VerifyAbnormalFlagInput } from "../types/VerifyAbnormalFlagInput";
import { VerifyFlagInCaseInput } from "../types/VerifyFlagInCaseInput";

/** Flags: raised by carriers and police, decided on once. */
@Resolver()
export class FlagMutations {
  @RequiresScopes(["flag:report"])
  @Policy(["own_institution:input.carrier"])
  @Mutation(() => ReportOutcome, {
    description:
      "Carriers report abnormal-call flags: harassment, abnormal frequency, spam SMS, illegal outbound calls, resale, complaints, forged documents.",
  })
  reportAbnormalCalls(
    @Arg("input", () => ReportAbnormalCallsInput) input: ReportAbnormalCallsInput,
    @Ctx() context: TelecomContext,
  ): Promise<ReportOutcome> {
    return reportAbnormalCalls(input, context);
  }

  @RequiresScopes(["flag:verify"])
  @Policy(["own_institution"])
  @Mutation(() => AbnormalFlag, {
    description: "A carrier's own flag. It suspends nothing until it has been verified.",
  })
  verifyAbnormalFlag(
    @Arg("input", () => VerifyAbnormalFlagInput) input: VerifyAbnormalFlagInput,
    @Ctx() context: TelecomContext,
  ): Promise<FlagRow> {
    return runTelecomTransaction(context, transaction => verifyAbnormalFlag(input, transaction));
  }

  @RequiresScopes(["case:write", "flag:verify"])
  @Policy(["purpose_bound"])
  @Mutation(() => AbnormalFlag, {
    description: "A flag of somebody in the case: the police verify it whichever carrier reported it.",
  })
  verifyFlagInCase(
    @Arg("input", () => VerifyFlagInCaseInput) input: VerifyFlagInCaseInput,
    @Ctx() context: TelecomContext,
  ): Promise<FlagRow> {
    return runTelecomTransaction(context, transaction => verifyFlagInCase(input, transaction));
  }

  @RequiresScopes(["case:write", "flag:verify"])
  @Policy(["purpose_bound"])
  @Mutation(() => AbnormalFlag, {
    description: "The police tell a line's carrier that they have come upon it; the case is the purpose.",
  })
  raisePoliceNotice(
    @Arg("input", () => RaisePoliceNoticeInput) input: RaisePoliceNoticeInput,
    @Ctx() context: TelecomContext,
  ): Promise<FlagRow> {
    return runTelecomTransaction(context, transaction => raisePoliceNotice(input, transaction));
  }
}
