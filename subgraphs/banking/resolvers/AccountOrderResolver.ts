import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { OrderStatus } from "../../shared/types/enums";
import { DateTimeScalar } from "../../shared/types/scalars";
import type { BankingContext } from "../bankingContext";
import { deliverOrders } from "../commands/deliverOrders";
import { choiceOf } from "../input/choiceOf";
import { decodeMomentCursor } from "../input/cursors";
import { MAX_PAGE_SIZE } from "../input/limits";
import { accountInstitutionOf } from "../rowFilter";
import type { AccountRow } from "../store/accountStore";
import type { OrderRow } from "../store/orderStore";
import { Account } from "../types/Account";
import { AccountOrder } from "../types/AccountOrder";
import { AccountOrderConnection } from "../types/AccountOrderConnection";
import { AccountOrderKind } from "../types/enums";

/** An institution's own queue of orders, and what an order is about. */
@Resolver(() => AccountOrder)
export class AccountOrderResolver {
  @RequiresScopes(["order:read"])
  @Policy(["own_institution:institution"])
  @Query(() => AccountOrderConnection, {
    nullable: true,
    description:
      "The institution's own queue of orders still to be executed, a restoration that was refused among them, the next one due first; with a status, all of that status. What is fetched counts as delivered.",
  })
  async accountOrders(
    @Arg("institution", () => ID) institution: string,
    @Arg("status", () => OrderStatus, { nullable: true }) status: OrderStatus | null | undefined,
    @Arg("kinds", () => [AccountOrderKind], { nullable: true }) kinds: AccountOrderKind[] | null | undefined,
    @Arg("dueBefore", () => DateTimeScalar, { nullable: true }) dueBefore: Date | null | undefined,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: BankingContext,
  ): Promise<AccountOrderConnection | null> {
    const { claims, stores } = context;
    if (accountInstitutionOf(claims.view) !== institution) return null;
    const size = boundedFirst(first, MAX_PAGE_SIZE);
    const cursor = decodeMomentCursor(after);
    const queue = {
      institution,
      status: status ?? null,
      kinds: choiceOf(kinds),
      dueBefore: dueBefore ?? null,
    };
    const [rows, totalCount] = await Promise.all([
      stores.orders.queue(queue, cursor && { dueAt: cursor.at, id: cursor.id }, size + 1),
      stores.orders.countQueue(queue),
    ]);
    const { nodes, pageInfo } = toPage(rows, size, order => [order.dueAt.getTime(), order.id]);
    return { nodes: await deliverOrders(nodes, context), pageInfo, totalCount };
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: OrderRow, @Ctx() { loaders }: BankingContext): Promise<AccountRow | null> {
    return loaders.account.load(accountId);
  }
}
