import type { Kysely } from "kysely";
import { derivedId } from "../../shared/derivedId";
import type { OrderBook, PlannedMeasure } from "../../shared/orders/orderKeeper";
import type { KnownOrder, PlannedOrder } from "../../shared/orders/planOrders";
import { restoreOf } from "../../shared/orders/restoreOf";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import { issuedOrder } from "../commands/issuedOrder";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import type { OrderRecord } from "../store/tables/lineOrderTable";
import { LineOrderKind } from "../types/enums";
import { addLineRestores } from "./addLineRestores";
import { chooseLines } from "./chooseLines";
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

/** What waits is withdrawn, and what was done is to be undone where the line is still the person's. */
async function end(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void> {
  const withdrawn = planned.flatMap(({ plan }) => plan.withdraw);
  if (withdrawn.length > 0) await createOrderKeepingStore(tx).withdraw(withdrawn);
  await tellLineOrders(tx, "ORDER_EXPIRED", withdrawn, at);
  const ended = planned.filter(({ measure }) => measure.endedBy !== null);
  if (ended.length === 0) return;
  const undone = ended.flatMap(({ plan }) => plan.restore);
  // A number that has gone to somebody else comes clean: there is nothing of this cause on it.
  const places = await createMeasureTargetStore(tx).placesOf(undone.map(({ holdingId }) => holdingId));
  const restores = ended.flatMap(({ measure, plan }) =>
    lastOfEach(plan.restore)
      .filter(order => places.get(order.holdingId)?.subjectId === order.subjectId)
      .map(order => ({
        ...restoreOf(order, lineRestoreReason(measure)),
        // Carried to another carrier since, which has it out of service too.
        institution: places.get(order.holdingId)?.carrier ?? order.institution,
      })),
  );
  await addLineRestores(tx, restores, at);
  await tellLineOrders(tx, "ORDER_ISSUED", restores, at);
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

/** Two carriers may have stopped a line one after the other: it is undone once. */
function lastOfEach(orders: readonly KnownOrder[]): KnownOrder[] {
  return [...new Map(orders.map(order => [order.holdingId, order])).values()];
}

function orderKindOf({ kind }: StandingMeasure): LineOrderKind {
  const rule = LINE_MEASURE_RULES[kind];
  if (rule === undefined) throw new Error(`no order follows from ${kind}`);
  return LineOrderKind[rule.orderKind as keyof typeof LineOrderKind];
}

function toldOf({ id, subjectId, lineId, carrier }: OrderRecord) {
  return { id, subjectId, holdingId: lineId, institution: carrier };
}
