import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { freezeAccount } from "../commands/freezeAccount";
import { issueStopPayment } from "../commands/issueStopPayment";
import { notifyCarrier } from "../commands/notifyCarrier";
import { runPoliceTransaction } from "../commands/policeTransaction";
import { recordSurrender } from "../commands/recordSurrender";
import { requestStatement } from "../commands/requestStatement";
import type { PoliceContext } from "../policeContext";
import { FreezeAccountInput } from "../types/FreezeAccountInput";
import { Involvement } from "../types/Involvement";
import { IssueStopPaymentInput } from "../types/IssueStopPaymentInput";
import { NotifyCarrierInput } from "../types/NotifyCarrierInput";
import { RecordSurrenderInput } from "../types/RecordSurrenderInput";
import { RequestStatementInput } from "../types/RequestStatementInput";
import { StopPayment } from "../types/StopPayment";
import { Surrender } from "../types/Surrender";

/** What is done in a case about accounts and lines, and who gave themself up. */
@Resolver()
export class CaseWorkMutations {
  @RequiresScopes(["stop_payment:write"])
  @Policy(["case_assigned"])
  @Mutation(() => StopPayment, {
    description: "48 hours, at most twice per account; number, institution, holder and time must all match.",
  })
  issueStopPayment(
    @Arg("input", () => IssueStopPaymentInput) input: IssueStopPaymentInput,
    @Ctx() context: PoliceContext,
  ): Promise<StopPayment> {
    return runPoliceTransaction(context, transaction => issueStopPayment(input, transaction));
  }

  @RequiresScopes(["stop_payment:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement)
  freezeAccount(
    @Arg("input", () => FreezeAccountInput) input: FreezeAccountInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => freezeAccount(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement, {
    description:
      "Of an account that the lead has confirmed or an organ recognised: two officers stand behind it.",
  })
  requestStatement(
    @Arg("input", () => RequestStatementInput) input: RequestStatementInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => requestStatement(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement, {
    description: "Police notice to the carrier (SH): raises a POLICE_NOTICE flag on the line.",
  })
  notifyCarrier(
    @Arg("input", () => NotifyCarrierInput) input: NotifyCarrierInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => notifyCarrier(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Surrender)
  recordSurrender(
    @Arg("input", () => RecordSurrenderInput) input: RecordSurrenderInput,
    @Ctx() context: PoliceContext,
  ): Promise<Surrender> {
    return runPoliceTransaction(context, transaction => recordSurrender(input, transaction));
  }
}
