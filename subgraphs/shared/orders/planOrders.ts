import type { Ending } from "./standingMeasure";

/** An account or a line, with whoever keeps it. */
export interface Holding {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
}

/** An order that a cause has brought about already. */
export interface KnownOrder {
  readonly id: string;
  readonly causeId: string;
  readonly kind: string;
  readonly status: string;
  readonly subjectId: string;
  readonly holdingId: string;
  readonly institution: string;
}

/** How one kind of measure is carried out. */
export interface MeasureRule {
  readonly orderKind: string;
  /** What was carried out has to be undone when it ends: a task that somebody did has not. */
  readonly isUndone: boolean;
  /** The institution was told the end with the order, and undoes it by itself when the time is over. */
  readonly endsByItself: boolean;
}

/** What is still to be done about a measure. */
export interface OrderPlan {
  readonly issue: readonly Holding[];
  readonly withdraw: readonly KnownOrder[];
  readonly restore: readonly KnownOrder[];
}

/** The kind of order that undoes another. */
export const RESTORE = "RESTORE";

/** What an institution has fetched it may have carried out without having said so yet. */
export function mayBeDone({ status }: Pick<KnownOrder, "status">): boolean {
  return status === "EXECUTED" || status === "DELIVERED";
}

/**
 * Compares what a measure asks for with the orders of its cause. While it stands: one order for each holding that it
 * reaches. Once it has ended: what waits is withdrawn, and what was or may have been carried out is undone, once each. Orders of other
 * causes are none of its business, so what they did stays. Planned again, nothing is left to do.
 */
export function planOrders(
  ended: Ending | null,
  { orderKind, isUndone, endsByItself }: MeasureRule,
  targets: readonly Holding[],
  ordersOfCause: readonly KnownOrder[],
): OrderPlan {
  const own = ordersOfCause.filter(order => order.kind === orderKind);
  if (ended === null) {
    const ordered = new Set(own.map(order => order.holdingId));
    return { issue: targets.filter(target => !ordered.has(target.id)), withdraw: [], restore: [] };
  }
  const restored = new Set(
    ordersOfCause.filter(order => order.kind === RESTORE).map(order => order.holdingId),
  );
  const isLeft = isUndone && !(endsByItself && ended === "EXPIRED");
  return {
    issue: [],
    withdraw: own.filter(order => order.status === "ISSUED" || order.status === "DELIVERED"),
    restore: isLeft ? own.filter(one => mayBeDone(one) && !restored.has(one.holdingId)) : [],
  };
}
