import type { Kysely } from "kysely";
import { derivedId } from "../../shared/derivedId";
import type { OrderBook, PlannedMeasure } from "../../shared/orders/orderKeeper";
import type { PlannedOrder } from "../../shared/orders/planOrders";
import { restoreOf } from "../../shared/orders/restoreOf";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import type { SubgraphKeys } from "../../shared/requestContext";
import { OrderStatus } from "../../shared/types/enums";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore, type OrderRow } from "../store/orderStore";
import { createRestrictionStore, type RestrictionRow } from "../store/restrictionStore";
import { AccountOrderKind } from "../types/enums";
import { ACCOUNT_MEASURE_RULES } from "./accountMeasureRules";
import { dueAtOf } from "./accountOrderTerms";
import { addRestores } from "./addRestores";
import { chooseTargets } from "./chooseTargets";
import { leaveOthersAccounts } from "./leaveOthersAccounts";
import { lockAccountOrders } from "./lockAccountOrders";
import { orderReason, restoreReason } from "./orderReason";
import { restrictionInterval } from "./restrictionInterval";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";
import { tellRestored } from "./tellRestored";

/** What banking knows of accounts and their orders, for the keeper of orders. */
export function createAccountOrderBook(keys: SubgraphKeys): OrderBook {
  return {
    name: "banking",
    rules: ACCOUNT_MEASURE_RULES,
    holdingIds: (tx, subjectIds) => createMeasureTargetStore(tx).accountIdsOf(subjectIds),
    lockOrders: lockAccountOrders,
    targets: (tx, measures) => chooseTargets(tx, measures, keys),
    takeOverEnds,
    carryOut,
    async tellRestored(tx, causeIds, at) {
      await tellRestored(tx, await createOrderKeepingStore(tx).restoredCauses(causeIds), at);
    },
  };
}

async function takeOverEnds(
  tx: Kysely<unknown>,
  measures: readonly StandingMeasure[],
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const ends = measures.map(measure => ({
    causeId: measure.causeId,
    kind: orderKindOf(measure),
    endsOn: measure.endsOn,
    endsAt: restrictionInterval(measure, at).endsAt,
  }));
  await createRestrictionStore(tx).takeOverEnds(ends);
  await tellOrders(tx, "ORDER_SHORTENED", await store.takeOverEnds(ends), at);
}

async function carryOut(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  await issue(tx, planned, at);
  await end(tx, planned, at);
  await leaveOthersAccounts(tx, [...new Set(planned.map(({ measure }) => measure.causeId))], at);
  const involved = planned.flatMap(({ measure: { causeKind, holdingId } }) =>
    causeKind === "CASE_ACCOUNT" && holdingId !== null ? [holdingId] : [],
  );
  await createMeasureTargetStore(tx).markInvolved([...new Set(involved)]);
}

/** One order and one restriction for each account that has none of this cause yet. */
async function issue(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  const orders = planned.flatMap(({ measure, plan }) =>
    plan.issue.map(account => toOrder(measure, account, at)),
  );
  const restrictions = planned.flatMap(({ measure, plan }) =>
    plan.issue.map(account => toRestriction(measure, account, at)),
  );
  await createOrderStore(tx).addOrders(orders);
  await createRestrictionStore(tx).saveRestrictions(restrictions);
  await tellOrders(tx, "ORDER_ISSUED", orders.map(toldOf), at);
}

/** What waits is withdrawn, what was done is to be undone, and what stood on the accounts stands no longer. */
async function end(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  const ended = planned.filter(({ measure }) => measure.endedBy !== null);
  if (ended.length === 0) return;
  const store = createOrderKeepingStore(tx);
  const withdrawn = ended.flatMap(({ plan }) => plan.withdraw);
  if (withdrawn.length > 0) await store.withdraw(withdrawn);
  const measures = ended.map(({ measure }) => measure);
  await tellLifted(tx, await store.liftRestrictions(measures, at), at);
  const restores = ended.flatMap(({ measure, plan }) =>
    plan.restore.map(order => restoreOf(order, restoreReason(measure))),
  );
  await addRestores(tx, restores, at);
  await tellOrders(tx, "ORDER_EXPIRED", withdrawn, at);
  await tellOrders(tx, "ORDER_ISSUED", restores, at);
}

function toOrder(
  measure: StandingMeasure,
  { id: accountId, subjectId, institution, turn }: PlannedOrder,
  at: Date,
): OrderRow {
  const kind = orderKindOf(measure);
  return {
    id: derivedId("order", measure.causeId, accountId, kind, ...(turn === 0 ? [] : [String(turn)])),
    subjectId,
    accountId,
    institution,
    kind,
    status: OrderStatus.ISSUED,
    reason: orderReason(measure),
    issuedAt: at,
    dueAt: dueAtOf(kind, at),
    deliveredAt: null,
    executedAt: null,
    refusalReason: null,
    causeId: measure.causeId,
  };
}

/** It has its order's id: one goes with the other. */
function toRestriction(measure: StandingMeasure, account: PlannedOrder, at: Date): RestrictionRow {
  const { id, subjectId, accountId, kind, causeId, reason } = toOrder(measure, account, at);
  return {
    id,
    subjectId,
    accountId,
    kind,
    causeId,
    ...restrictionInterval(measure, at),
    liftedAt: null,
    derivation: [reason],
  };
}

function orderKindOf({ kind }: StandingMeasure): AccountOrderKind {
  const rule = ACCOUNT_MEASURE_RULES[kind];
  if (rule === undefined) throw new Error(`no order follows from ${kind}`);
  return AccountOrderKind[rule.orderKind as keyof typeof AccountOrderKind];
}

function toldOf({ id, subjectId, accountId, institution }: OrderRow) {
  return { id, subjectId, holdingId: accountId, institution };
}
