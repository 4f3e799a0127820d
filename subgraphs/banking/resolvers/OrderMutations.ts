import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { ExecuteOrdersInput } from "../../shared/types/ExecuteOrdersInput";
import { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { BankingContext } from "../bankingContext";
import { executeAccountOrders } from "../commands/executeAccountOrders";

/** What institutions make of their orders. */
@Resolver()
export class OrderMutations {
  @RequiresScopes(["order:execute"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome, {
    description:
      "Executed or refused, with time and reason, at most 5,000 at once. Idempotent by (institution, requestId).",
  })
  executeAccountOrders(
    @Arg("input", () => ExecuteOrdersInput) input: ExecuteOrdersInput,
    @Ctx() context: BankingContext,
  ): Promise<ReportOutcome> {
    return executeAccountOrders(input, context);
  }
}
