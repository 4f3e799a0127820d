import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { isPoliceView } from "../../shared/view";
import type { BankingContext } from "../bankingContext";
import { MAX_PAGE_SIZE } from "../input/limits";
import { sharedPhoneKey } from "../linkKeys";
import type { AccountRow } from "../store/accountStore";
import { Account } from "../types/Account";
import { PhoneLine } from "../types/PhoneLine";

/** What banks know of a phone number. */
@Resolver(() => PhoneLine)
export class PhoneLineResolver {
  @RequiresScopes(["link:read"])
  @FieldResolver(() => [Account], {
    nullable: true,
    description: "Accounts that name this number as their reserved phone, whoever holds them.",
  })
  async reservedBy(
    @Root() { number }: PhoneLine,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { claims, keys, loaders }: BankingContext,
  ): Promise<AccountRow[] | null> {
    if (!isPoliceView(claims.view)) return null;
    const size = boundedFirst(first, MAX_PAGE_SIZE);
    const lineKey = sharedPhoneKey(keys.ids.lineId(number));
    const reserved = await loaders.accountsByReservedLine(size).load(lineKey);
    const accounts = await Promise.all(reserved.map(({ accountId }) => loaders.account.load(accountId)));
    return accounts.filter(account => account !== null);
  }
}
