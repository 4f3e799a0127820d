import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { derivedId } from "../derivedId";
import type { RuleFinding } from "../types/RuleFinding";
import type { HoldingOrderStore, OwnOrder } from "./holdingOrderStore";
import type { SettledOrder } from "./judgeOutcomes";
import { RESTORE, type KnownOrder, type MeasureRule } from "./planOrders";
import type { StandingMeasure } from "./standingMeasure";

type CauseOwed = Extract<RestorationEvent, { kind: "CAUSE_OWED" }>;

/** What one subgraph does about orders that were carried out although they had been withdrawn. */
export interface LateOrderBook {
  readonly store: HoldingOrderStore;
  readonly rules: Readonly<Partial<Record<StandingMeasure["kind"], MeasureRule>>>;
  /** Kinds that took something away; what else was ordered leaves nothing to be undone. */
  readonly restricting: ReadonlySet<string>;
  measuresOf(causeIds: readonly string[]): Promise<readonly StandingMeasure[]>;
  addRestores(restores: readonly KnownOrder[], reason: RuleFinding): Promise<void>;
  restoreDueAt(at: Date): Date;
  tell(kind: "ORDER_ISSUED", orders: readonly KnownOrder[]): Promise<unknown>;
  /** Tells the police that what counted as undone is not. */
  tellOwed(owed: readonly CauseOwed[]): Promise<void>;
}

const REASON: RuleFinding = {
  ruleId: "objectionLift",
  article: "N20-5",
  message:
    "The order was withdrawn and carried out all the same: undo at once what it did. Other orders stand.",
  until: null,
  fact: null,
};

/** N20-5: a lifted measure comes back nowhere. What one institution carried out of withdrawn orders is to be undone. */
export async function undoLate(
  book: LateOrderBook,
  institution: string,
  late: readonly SettledOrder<OwnOrder>[],
  at: Date,
): Promise<void> {
  const measures = await book.measuresOf([...new Set(late.map(({ order }) => order.causeId))]);
  const undone = late
    .filter(({ order }) => book.restricting.has(order.kind) && !isLetGo(order, measures, book.rules))
    .map(({ order, outcome }) => {
      const restore = {
        ...order,
        id: derivedId("order", order.id, RESTORE),
        kind: RESTORE,
        status: "ISSUED",
      };
      return { order, restore, doneAt: outcome.at };
    });
  if (undone.length === 0) return;
  const ids = undone.map(({ restore }) => restore.id);
  const known = new Map((await book.store.lockOwn(institution, ids)).map(order => [order.id, order]));
  const fresh = undone.map(({ restore }) => restore).filter(({ id }) => !known.has(id));
  // Undone first and done after that: it has to be undone once more.
  const again = undone
    .filter(({ restore: { id }, doneAt }) => (known.get(id)?.executedAt ?? doneAt) < doneAt)
    .map(({ restore }) => restore);
  await book.addRestores(fresh, REASON);
  await book.store.reissue(again, at, book.restoreDueAt(at));
  await book.tell("ORDER_ISSUED", [...fresh, ...again]);
  const owed = new Set(undone.flatMap(({ order }) => [order.causeId, order.id]));
  await book.tellOwed([...owed].map(causeId => ({ kind: "CAUSE_OWED", causeId })));
}

/** The institution was told the end with the order, and has let go by itself. */
function isLetGo(
  { causeId, kind }: KnownOrder,
  measures: readonly StandingMeasure[],
  rules: LateOrderBook["rules"],
): boolean {
  return measures.some(measure => {
    const rule = rules[measure.kind];
    if (rule === undefined || rule.orderKind !== kind || measure.causeId !== causeId) return false;
    return rule.endsByItself && measure.endedBy === "EXPIRED";
  });
}
