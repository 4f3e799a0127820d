import type { RuleFinding } from "../types/RuleFinding";
import type { OwnOrder } from "./holdingOrderStore";
import type { SettledOrder } from "./judgeOutcomes";
import { RESTORE, type KnownOrder } from "./planOrders";
import type { RedressBook } from "./redressBook";
import { restoreOf } from "./restoreOf";
import type { StandingMeasure } from "./standingMeasure";

const REASON: RuleFinding = {
  ruleId: "objectionLift",
  article: "N20-5",
  message:
    "The order was withdrawn and carried out all the same: undo at once what it did. Other orders stand.",
  until: null,
  fact: null,
};

/** N20-5: a lifted measure comes back nowhere. What an institution carried out of withdrawn orders is to be undone. */
export async function undoLate(
  book: RedressBook,
  late: readonly SettledOrder<OwnOrder>[],
  at: Date,
): Promise<void> {
  if (late.length === 0) return;
  const causeIds = [...new Set(late.map(({ order }) => order.causeId))];
  const measures = await book.measuresOf(causeIds);
  const lateIds = new Set(late.map(({ order }) => order.id));
  const others = (await book.ordersOf(causeIds)).filter(({ id }) => !lateIds.has(id));
  const undone = late
    .filter(({ order }) => book.restricting.has(order.kind))
    .filter(({ order }) => !isLetGo(order, measures, book.rules) && !isReplaced(order, measures, others))
    .map(({ order, outcome }) => ({ order, restore: restoreOf(order, REASON), doneAt: outcome.at }));
  if (undone.length === 0) return;
  const orders = await book.store.lockOrders(undone.map(({ restore }) => restore.id));
  const known = new Map(orders.map(order => [order.id, order]));
  const fresh = undone.map(({ restore }) => restore).filter(({ id }) => !known.has(id));
  // Undone first and done after that: it has to be undone once more, by whoever keeps it now.
  const again = undone.flatMap(({ restore: { id }, doneAt }) => {
    const before = known.get(id);
    return before !== undefined && (before.executedAt ?? doneAt) < doneAt ? [before] : [];
  });
  await book.addRestores(fresh);
  await book.store.reissue(again, at, book.restoreDueAt(at));
  await book.tell("ORDER_ISSUED", [...fresh, ...again]);
  const reopened = new Set([...fresh, ...again].map(({ id }) => id));
  const owed = undone
    .filter(({ restore }) => reopened.has(restore.id))
    .flatMap(({ order }) => [order.causeId, order.id]);
  await book.tellRedress([...new Set(owed)].map(causeId => ({ kind: "CAUSE_OWED", causeId })));
}

/** The institution was told the end with the order, and has let go by itself. */
function isLetGo(
  { causeId, kind }: KnownOrder,
  measures: readonly StandingMeasure[],
  rules: RedressBook["rules"],
): boolean {
  return measures.some(measure => {
    const rule = rules[measure.kind];
    if (rule === undefined || rule.orderKind !== kind || measure.causeId !== causeId) return false;
    return rule.endsByItself && measure.endedBy === "EXPIRED";
  });
}

/** Another order of the cause has taken its place on the holding, which went to somebody else to carry out, and stands. */
function isReplaced(
  { causeId, kind, holdingId }: KnownOrder,
  measures: readonly StandingMeasure[],
  others: readonly KnownOrder[],
): boolean {
  if (!measures.some(measure => measure.causeId === causeId && measure.endedBy === null)) return false;
  const onHolding = others.filter(
    other => other.causeId === causeId && other.holdingId === holdingId && other.isOver !== true,
  );
  if (onHolding.some(other => other.kind === RESTORE)) return false;
  return onHolding.some(other => other.kind === kind && other.status !== "EXPIRED");
}
