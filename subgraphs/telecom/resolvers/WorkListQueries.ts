import { Args, Ctx, Query, Resolver } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { deliverLineOrders } from "../commands/deliverLineOrders";
import { readKeyCursor, readMomentCursor } from "../cursors";
import { MAX_FIRST } from "../limits";
import { unlistedCarrier } from "../otherCarriers";
import { carrierOfView, flagRowsOf } from "../rowFilter";
import { PHONE_CARD_LIMIT } from "../rules/phoneCardLimit";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlagConnection } from "../types/AbnormalFlagConnection";
import { AbnormalFlagsArgs } from "../types/AbnormalFlagsArgs";
import { CleanUpConnection } from "../types/CleanUpConnection";
import { CleanUpListArgs } from "../types/CleanUpListArgs";
import { LineOrderConnection } from "../types/LineOrderConnection";
import { LineOrdersArgs } from "../types/LineOrdersArgs";

/** What a carrier has to work on. Another's list is absent: null, whether it is empty or not. */
@Resolver()
export class WorkListQueries {
  @RequiresScopes(["flag:read"])
  @Policy(["own_institution:carrier"], ["supervised_sector"])
  @Query(() => AbnormalFlagConnection, {
    nullable: true,
    description: "Flags of one carrier, newest first: the carrier's own work list.",
  })
  async abnormalFlags(
    @Args() { carrier, status, kinds, from, to, first, after }: AbnormalFlagsArgs,
    @Ctx() { claims, stores }: TelecomContext,
  ): Promise<AbnormalFlagConnection | null> {
    const isOwn = carrierOfView(claims.view) === carrier;
    const filter = flagRowsOf(claims.view);
    if (filter === null || !(isOwn || claims.view === "regulator:telecom")) return null;
    const size = boundedFirst(first, MAX_FIRST);
    const cursor = readMomentCursor(after);
    const page = {
      status: status ?? null,
      kinds: kinds ?? null,
      from: from ?? null,
      to: to ?? null,
      limit: size + 1,
      after: cursor && { reportedAt: cursor.at, id: cursor.id },
    };
    const rows = await stores.flags.workList(carrier, page, filter);
    return toPage(rows, size, row => [row.reportedAt.toISOString(), row.id]);
  }

  @RequiresScopes(["order:read"])
  @Policy(["own_institution:carrier"])
  @Query(() => LineOrderConnection, {
    nullable: true,
    description:
      "Carrier's own queue of orders (suspend, re-verify, restore) still to be executed, a restoration that was refused among them. What is fetched counts as delivered.",
  })
  async lineOrders(
    @Args() { carrier, status, kinds, dueBefore, first, after }: LineOrdersArgs,
    @Ctx() context: TelecomContext,
  ): Promise<LineOrderConnection | null> {
    const { claims, stores } = context;
    if (carrierOfView(claims.view) !== carrier) return null;
    const size = boundedFirst(first, MAX_FIRST);
    const cursor = readMomentCursor(after);
    const page = {
      status: status ?? null,
      kinds: kinds ?? null,
      dueBefore: dueBefore ?? null,
      limit: size + 1,
      after: cursor && { dueAt: cursor.at, id: cursor.id },
    };
    const filter = { carrier, person: null };
    const [rows, totalCount] = await Promise.all([
      stores.orders.queue(carrier, page, filter),
      stores.orders.countQueue(carrier, page, filter),
    ]);
    const { nodes, pageInfo } = toPage(rows, size, row => [row.dueAt.toISOString(), row.id]);
    return { nodes: await deliverLineOrders(nodes, context), pageInfo, totalCount };
  }

  @RequiresScopes(["line:read"])
  @Policy(["own_institution:carrier"])
  @Query(() => CleanUpConnection, {
    nullable: true,
    description: "Holders above the five-card limit at one carrier, to be cleaned up.",
  })
  async cleanUpList(
    @Args() { carrier, first, after }: CleanUpListArgs,
    @Ctx() { claims, stores, loaders, clock }: TelecomContext,
  ): Promise<CleanUpConnection | null> {
    if (carrierOfView(claims.view) !== carrier) return null;
    const size = boundedFirst(first, MAX_FIRST);
    const page = { above: PHONE_CARD_LIMIT, limit: size + 1, after: readKeyCursor(after) };
    const rows = await stores.figures.cleanUpList(carrier, page, chinaDay(clock()));
    const institution = (await loaders.institutionByCode(carrier)) ?? unlistedCarrier(carrier);
    const { nodes, pageInfo } = toPage(rows, size, row => [row.subjectId]);
    return {
      nodes: nodes.map(({ subjectId, active }) => ({
        subject: { id: subjectId },
        carrier: institution,
        active,
        above: active - PHONE_CARD_LIMIT,
      })),
      pageInfo,
    };
  }
}
