import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { disputeAccount } from "../commands/disputeAccount";
import type { OrderRow } from "../store/orderStore";
import { AccountOrder } from "../types/AccountOrder";
import { DisputeAccountInput } from "../types/DisputeAccountInput";

/** The person's own word. */
@Resolver()
export class DisputeMutation {
  @RequiresScopes(["self:dispute"])
  @Policy(["own_person"])
  @Mutation(() => AccountOrder, {
    description: "The person themself: this account is not mine. Opens a review at the institution.",
  })
  disputeAccount(
    @Arg("input", () => DisputeAccountInput) input: DisputeAccountInput,
    @Ctx() context: BankingContext,
  ): Promise<OrderRow> {
    return disputeAccount(input, context);
  }
}
