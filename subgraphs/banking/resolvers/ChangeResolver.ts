import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage, type Page } from "../../shared/pagination";
import type { BankingContext } from "../bankingContext";
import { decodeSequence } from "../input/cursors";
import { MAX_FEED_PAGE_SIZE } from "../input/limits";
import type { AccountRow } from "../store/accountStore";
import type { ChangeRow } from "../store/changeStore";
import type { OrderRow } from "../store/orderStore";
import { Account } from "../types/Account";
import { AccountOrder } from "../types/AccountOrder";
import { BankingChange } from "../types/BankingChange";
import { BankingChangeConnection } from "../types/BankingChangeConnection";
import { Subject } from "../types/Subject";

/** The banking feed, as numbered for the caller's audience: their view. */
@Resolver(() => BankingChange)
export class ChangeResolver {
  @RequiresScopes(["feed:read"])
  @Policy(["own_institution"])
  @Query(() => BankingChangeConnection, {
    nullable: true,
    description:
      "The caller's own feed, in the order of its gap-free sequence; `institution` narrows it to what is about one, and then shows gaps.",
  })
  async bankingChanges(
    @Arg("institution", () => ID, { nullable: true }) institution: string | null | undefined,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Ctx() { claims, stores }: BankingContext,
  ): Promise<Page<ChangeRow>> {
    const size = boundedFirst(first, MAX_FEED_PAGE_SIZE);
    // An audience's feed holds its own changes alone, so another institution's are simply not in it.
    const rows = await stores.changes.changesAfter(
      claims.view,
      institution ?? null,
      decodeSequence(after),
      size + 1,
    );
    return toPage(rows, size, row => [row.sequence]);
  }

  @FieldResolver(() => Subject, { nullable: true })
  subject(@Root() { subjectId }: ChangeRow): Subject | null {
    return subjectId === null ? null : { id: subjectId };
  }

  @FieldResolver(() => Account, { nullable: true })
  account(
    @Root() { accountId }: ChangeRow,
    @Ctx() { loaders }: BankingContext,
  ): Promise<AccountRow | null> | null {
    return accountId === null ? null : loaders.account.load(accountId);
  }

  @FieldResolver(() => AccountOrder, { nullable: true })
  order(@Root() { orderId }: ChangeRow, @Ctx() { loaders }: BankingContext): Promise<OrderRow | null> | null {
    return orderId === null ? null : loaders.order.load(orderId);
  }
}
