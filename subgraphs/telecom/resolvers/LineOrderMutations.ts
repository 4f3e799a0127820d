import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { ExecuteOrdersInput } from "../../shared/types/ExecuteOrdersInput";
import { ReportOutcome } from "../../shared/types/ReportOutcome";
import { executeLineOrders } from "../commands/executeLineOrders";
import type { TelecomContext } from "../telecomContext";

/** What carriers make of their orders. */
@Resolver()
export class LineOrderMutations {
  @RequiresScopes(["order:execute"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome, {
    description:
      "Executed or refused, with time and reason, at most 5,000 at once. Idempotent by (institution, requestId).",
  })
  executeLineOrders(
    @Arg("input", () => ExecuteOrdersInput) input: ExecuteOrdersInput,
    @Ctx() context: TelecomContext,
  ): Promise<ReportOutcome> {
    return executeLineOrders(input, context);
  }
}
