import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { checkTransferRelease } from "../checkTransferRelease";
import type { AccountRow } from "../store/accountStore";
import type { TransferRow } from "../store/transferStore";
import { Account } from "../types/Account";
import { Transfer } from "../types/Transfer";
import { TransferRelease } from "../types/TransferRelease";
import { TransferReleaseInput } from "../types/TransferReleaseInput";

/** Case-related transfers, and when a new one may be released. */
@Resolver(() => Transfer)
export class TransferResolver {
  @RequiresScopes(["opening:check"])
  @Policy(["own_institution"])
  @Query(() => TransferRelease, {
    nullable: true,
    description: "When may an ATM transfer between these accounts be released? Asked by the paying bank.",
  })
  transferRelease(
    @Arg("input", () => TransferReleaseInput) input: TransferReleaseInput,
    @Ctx() context: BankingContext,
  ): Promise<TransferRelease | null> {
    return checkTransferRelease(input, context);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: "Null while no institution has reported the account.",
  })
  from(@Root() { fromId }: TransferRow, @Ctx() { loaders }: BankingContext): Promise<AccountRow | null> {
    return loaders.account.load(fromId);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: "Null while no institution has reported the account.",
  })
  to(@Root() { toId }: TransferRow, @Ctx() { loaders }: BankingContext): Promise<AccountRow | null> {
    return loaders.account.load(toId);
  }
}
