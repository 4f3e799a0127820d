import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { parseAccountNumber } from "../../../schema/contract/accountNumber";
import { HubError } from "../../../schema/contract/errors";
import { Policy, RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { accountInstitutionOf } from "../rowFilter";
import type { AccountRow } from "../store/accountStore";
import { Account } from "../types/Account";

/** The way in by an account's number. */
@Resolver()
export class AccountQueries {
  @RequiresScopes(["account:read"])
  @Policy(["purpose_bound"])
  @Query(() => Account, {
    nullable: true,
    description:
      "One account by its number. Without an institution an own account is meant, and for the police the one that has the number.",
  })
  async account(
    @Arg("institution", () => ID, { nullable: true }) institution: string | null | undefined,
    @Arg("number", () => String) text: string,
    @Ctx() context: BankingContext,
  ): Promise<AccountRow | null> {
    const number = parseAccountNumber(text, false);
    const codes = await institutionsToAsk(institution ?? null, context);
    const ids = codes.map(code => context.keys.ids.accountId(code, number));
    const found = await Promise.all(ids.map(id => context.loaders.account.load(id)));
    const accounts = found.filter(account => account !== null);
    if (accounts.length > 1) {
      throw new HubError("BAD_INPUT", "Several institutions have an account of this number: name one.");
    }
    return accounts[0] ?? null;
  }
}

/** An id stands for number and institution together, so that without one all of them are tried. */
async function institutionsToAsk(
  named: string | null,
  { claims, loaders }: BankingContext,
): Promise<readonly string[]> {
  if (named !== null) return [named];
  const own = accountInstitutionOf(claims.view);
  if (own !== null) return [own];
  return (await loaders.declaredInstitutions()).map(institution => institution.code);
}
