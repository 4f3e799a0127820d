// N20-5: what was lifted comes back, and what stands stays, also where the line has gone to another carrier or holder since.
import type { Kysely } from "kysely";
import { derivedId } from "../../shared/derivedId";
import { WRONG_RECORD } from "../../shared/objections/wrongRecord";
import { RESTORE, type KnownOrder } from "../../shared/orders/planOrders";
import { issuedOrder } from "../commands/issuedOrder";
import type { LineState } from "../reports/lineDraft";
import { createLineReportStore } from "../store/lineReportStore";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createMovedLineStore, type OrderOnLine } from "../store/movedLineStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import type { OrderRecord } from "../store/tables/lineOrderTable";
import { LineOrderKind } from "../types/enums";
import { planMovedLine, type MovedLinePlan } from "./planMovedLine";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

const GIVEN_REASON = {
  ruleId: "objectionLift",
  article: "N20-5",
  message:
    "The line was stopped under a registration that is not this one: undo at once what that order did. Other orders for the line stand.",
  until: null,
  fact: null,
};

/** One person's orders on one line, where the line is, and what is to be done about it. */
interface MovedLine {
  readonly orders: readonly OrderOnLine[];
  readonly line: LineState;
  readonly plan: MovedLinePlan;
}

/** Has these people's orders follow lines that have gone to another carrier, and leave lines that are another's. */
export async function followMovedLines(
  tx: Kysely<unknown>,
  subjectIds: readonly string[],
  at: Date,
): Promise<void> {
  const moved = await lockMoved(tx, subjectIds);
  const again = moved.flatMap(({ line, plan }) => plan.again.map(order => orderAgain(order, line, at)));
  await issue(tx, again, at);
  for (const { line, plan } of moved) if (plan.undo !== null) await undo(tx, plan.undo, line, at);
  const given = moved.filter(({ orders, line }) =>
    orders.some(({ subjectId }) => subjectId !== line.subjectId),
  );
  const withdrawn = moved.flatMap(({ plan }) => plan.withdraw);
  if (withdrawn.length > 0) {
    await createOrderKeepingStore(tx).withdraw(withdrawn);
    await tellLineOrders(tx, "ORDER_EXPIRED", withdrawn, at);
    await tellSettled(tx, moved, at);
  }
  await createMovedLineStore(tx).giveAway(
    given.flatMap(({ orders }) => orders),
    at,
  );
}

async function lockMoved(tx: Kysely<unknown>, subjectIds: readonly string[]): Promise<MovedLine[]> {
  const store = createMovedLineStore(tx);
  const left = await store.orderPlaces(subjectIds);
  const now = await createMeasureTargetStore(tx).placesOf(left.map(({ lineId }) => lineId));
  const moved = left.filter(({ lineId, subjectId, carrier }) => {
    const place = now.get(lineId);
    return place !== undefined && (place.subjectId !== subjectId || place.carrier !== carrier);
  });
  if (moved.length === 0) return [];
  const lines = await createLineReportStore(tx).lockLines(moved.map(({ lineId }) => lineId));
  const orders = await store.lockOrders(moved);
  const places = new Map(moved.map(place => [`${place.subjectId} ${place.lineId}`, place]));
  return [...places.values()].flatMap(({ subjectId, lineId }) => {
    const line = lines.get(lineId);
    if (line === undefined) return [];
    const own = orders.filter(order => order.subjectId === subjectId && order.holdingId === lineId);
    return [{ orders: own, line, plan: planMovedLine(own, line) }];
  });
}

function orderAgain(order: OrderOnLine, { carrier }: LineState, at: Date): OrderRecord {
  return toRecord({ ...order, id: derivedId("order", order.id, carrier), institution: carrier }, order, at);
}

/** The line is out of service for nobody's reason: its carrier undoes it for whoever holds it now. */
async function undo(
  tx: Kysely<unknown>,
  order: OrderOnLine,
  { subjectId, carrier }: LineState,
  at: Date,
): Promise<void> {
  const restore = {
    ...order,
    id: derivedId("order", order.id, RESTORE, subjectId),
    causeId: derivedId("given", order.id, subjectId),
    kind: RESTORE,
    subjectId,
    institution: carrier,
  };
  await issue(tx, [toRecord(restore, { reason: GIVEN_REASON }, at)], at);
  await createMovedLineStore(tx).takeStatusBefore(restore, order);
}

function toRecord(
  { id, subjectId, holdingId: lineId, institution: carrier, causeId, kind: name }: KnownOrder,
  { reason }: Pick<OrderOnLine, "reason">,
  at: Date,
): OrderRecord {
  const kind = LineOrderKind[name as keyof typeof LineOrderKind];
  return issuedOrder({ id, subjectId, lineId, carrier, causeId, kind, reason }, at);
}

/** Those that are known are not told again. */
async function issue(tx: Kysely<unknown>, orders: readonly OrderRecord[], at: Date): Promise<void> {
  const fresh = await createOrderStore(tx).insertOrders(orders);
  const told = orders
    .filter(({ id }) => fresh.has(id))
    .map(({ id, subjectId, lineId, carrier }) => ({
      id,
      subjectId,
      holdingId: lineId,
      institution: carrier,
    }));
  await tellLineOrders(tx, "ORDER_ISSUED", told, at);
}

/** Where nobody has anything left to undo or to correct, whoever waits for that is told. */
async function tellSettled(tx: Kysely<unknown>, moved: readonly MovedLine[], at: Date): Promise<void> {
  const ended = moved.flatMap(({ orders, plan }) => {
    const isAgain = new Set(plan.again.map(({ causeId }) => causeId));
    return plan.withdraw
      .filter(({ kind, ruleId }) => kind === RESTORE || ruleId === WRONG_RECORD)
      .filter(({ causeId }) => !isAgain.has(causeId))
      .map(order => ({
        order,
        undone: orders.filter(({ kind, causeId }) => kind !== RESTORE && causeId === order.causeId),
      }));
  });
  const restores = ended.filter(({ order }) => order.kind === RESTORE);
  const causeIds = [...new Set(restores.map(({ order }) => order.causeId))];
  const settled = [
    ...ended.filter(({ order }) => order.kind !== RESTORE).map(({ order }) => order.causeId),
    // Somebody may have objected to one order alone.
    ...restores.flatMap(({ undone }) => undone.map(({ id }) => id)),
  ];
  await tellLinesRestored(tx, await createOrderKeepingStore(tx).restoredCauses(causeIds), at);
  await tellLinesRestored(
    tx,
    [...new Set(settled)].map(causeId => ({ causeId, lastRestoredAt: at })),
    at,
  );
}
