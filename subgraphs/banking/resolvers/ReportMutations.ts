import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { DeclareCoverageInput } from "../../shared/types/DeclareCoverageInput";
import { ReportOutcome } from "../../shared/types/ReportOutcome";
import { ReportOutletsInput } from "../../shared/types/ReportOutletsInput";
import type { BankingContext } from "../bankingContext";
import { declareAccountCoverage } from "../commands/declareAccountCoverage";
import { reportAccounts } from "../commands/reportAccounts";
import { reportBankOutlets } from "../commands/reportBankOutlets";
import { reportTransfers } from "../commands/reportTransfers";
import { InstitutionAnswer } from "../types/InstitutionAnswer";
import { ReportAccountsInput } from "../types/ReportAccountsInput";
import { ReportTransfersInput } from "../types/ReportTransfersInput";

/** What institutions report of their own. */
@Resolver()
export class ReportMutations {
  @RequiresScopes(["account:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => InstitutionAnswer, {
    description:
      "The institution has reported all its accounts as of a moment; refused while some are missing.",
  })
  declareAccountCoverage(
    @Arg("input", () => DeclareCoverageInput) input: DeclareCoverageInput,
    @Ctx() context: BankingContext,
  ): Promise<InstitutionAnswer> {
    return declareAccountCoverage(input, context);
  }

  @RequiresScopes(["account:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome)
  reportBankOutlets(
    @Arg("input", () => ReportOutletsInput) input: ReportOutletsInput,
    @Ctx() context: BankingContext,
  ): Promise<ReportOutcome> {
    return reportBankOutlets(input, context);
  }

  @RequiresScopes(["account:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome, {
    description: "Up to 10,000 accounts as the institution sees them; an outcome for each.",
  })
  reportAccounts(
    @Arg("input", () => ReportAccountsInput) input: ReportAccountsInput,
    @Ctx() context: BankingContext,
  ): Promise<ReportOutcome> {
    return reportAccounts(input, context);
  }

  @RequiresScopes(["account:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome, {
    description:
      "Case-related transfers only, so that investigators can follow the money hop by hop; up to 10,000, an outcome for each.",
  })
  reportTransfers(
    @Arg("input", () => ReportTransfersInput) input: ReportTransfersInput,
    @Ctx() context: BankingContext,
  ): Promise<ReportOutcome> {
    return reportTransfers(input, context);
  }
}
