import type { Kysely } from "kysely";
import { derivedId } from "../../shared/derivedId";
import type { OrderBook, PlannedMeasure } from "../../shared/orders/orderKeeper";
import type { PlannedOrder } from "../../shared/orders/planOrders";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import { issuedOrder } from "../commands/issuedOrder";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import type { OrderRecord } from "../store/tables/lineOrderTable";
import { LineOrderKind } from "../types/enums";
import { chooseLines } from "./chooseLines";
import { endLineOrders } from "./endLineOrders";
import { endStopsOfRegistered } from "./endStopsOfRegistered";
import { followMovedLines } from "./followMovedLines";
import { LINE_MEASURE_RULES } from "./lineMeasureRules";
import { lineOrderReason, lineRestoreReason } from "./lineOrderReason";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

/** What telecom knows of lines and their orders, for the keeper of orders. */
export const LINE_ORDER_BOOK: OrderBook = {
  name: "telecom",
  rules: LINE_MEASURE_RULES,
  lockForReview: (tx, subjectIds) => createOrderKeepingStore(tx).lockLinesOfPeople(subjectIds),
  holdingIds: (tx, subjectIds) => createMeasureTargetStore(tx).lineIdsOf(subjectIds),
  async lockOrders(tx, causeIds) {
    const store = createOrderKeepingStore(tx);
    await store.lockLinesOfCauses(causeIds);
    const orders = await store.lockByCauses(causeIds);
    const over = await store.givenAway(causeIds);
    return orders.map(order => (over.has(order.id) ? { ...order, isOver: true } : order));
  },
  targets: chooseLines,
  async reviewOthers(tx, subjectIds, at) {
    await endStopsOfRegistered(tx, subjectIds, at);
    await followMovedLines(tx, subjectIds, at);
  },
  async takeOverEnds(tx, measures, at) {
    const ends = measures.map(one => ({ causeId: one.causeId, kind: orderKindOf(one), endsOn: one.endsOn }));
    await tellLineOrders(tx, "ORDER_SHORTENED", await createOrderKeepingStore(tx).takeOverEnds(ends), at);
  },
  carryOut,
  async tellRestored(tx, causeIds, at) {
    await tellLinesRestored(tx, await createOrderKeepingStore(tx).restoredCauses(causeIds), at);
  },
};

async function carryOut(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  const orders = planned.flatMap(({ measure, plan }) => plan.issue.map(line => toOrder(measure, line, at)));
  await createOrderStore(tx).insertOrders(orders);
  await tellLineOrders(tx, "ORDER_ISSUED", orders.map(toldOf), at);
  await end(tx, planned, at);
  const involved = planned.flatMap(({ measure: { causeKind, holdingId } }) =>
    causeKind === "CASE_LINE" && holdingId !== null ? [holdingId] : [],
  );
  await createMeasureTargetStore(tx).markInvolved([...new Set(involved)]);
}

async function end(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  const withdrawn = planned.flatMap(({ plan }) => plan.withdraw);
  const undone = planned
    .filter(({ measure }) => measure.endedBy !== null)
    .flatMap(({ measure, plan }) =>
      plan.restore.map(order => ({ order, reason: lineRestoreReason(measure) })),
    );
  await endLineOrders(tx, withdrawn, undone, at);
}

function toOrder(
  measure: StandingMeasure,
  { id: lineId, subjectId, institution, turn }: PlannedOrder,
  at: Date,
): OrderRecord {
  const kind = orderKindOf(measure);
  const { causeId } = measure;
  const id = derivedId("order", causeId, lineId, kind, ...(turn === 0 ? [] : [String(turn)]));
  const reason = lineOrderReason(measure);
  return issuedOrder({ id, subjectId, lineId, carrier: institution, kind, reason, causeId }, at);
}

function orderKindOf({ kind }: StandingMeasure): LineOrderKind {
  const rule = LINE_MEASURE_RULES[kind];
  if (rule === undefined) throw new Error(`no order follows from ${kind}`);
  return LineOrderKind[rule.orderKind as keyof typeof LineOrderKind];
}

function toldOf({ id, subjectId, lineId, carrier }: OrderRecord) {
  return { id, subjectId, holdingId: lineId, institution: carrier };
}
