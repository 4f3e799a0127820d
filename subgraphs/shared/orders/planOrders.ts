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
  /** Its holding has been another's since: it says nothing of the holding as it is now. */
  readonly isOver?: boolean;
  /** An objection to it was confirmed: its cause asks nothing of that person's holding any more. */
  readonly isLifted?: boolean;
}

/** How one kind of measure is carried out. */
export interface MeasureRule {
  readonly orderKind: string;
  /** What was carried out has to be undone when it ends: a task that somebody did has not. */
  readonly isUndone: boolean;
  /** The institution was told the end with the order, and undoes it by itself when the time is over. */
  readonly endsByItself: boolean;
}

/** A holding that an order is to be issued for; how many the cause has brought about on it before. */
export interface PlannedOrder extends Holding {
  readonly turn: number;
}

/** What is still to be done about a measure. */
export interface OrderPlan {
  readonly issue: readonly PlannedOrder[];
  readonly withdraw: readonly KnownOrder[];
  readonly restore: readonly KnownOrder[];
}

/** The kind of order that undoes another. */
export const RESTORE = "RESTORE";

/** Its institution has not said anything of it yet. */
export function isWaiting({ status }: Pick<KnownOrder, "status">): boolean {
  return status === "ISSUED" || status === "DELIVERED";
}

/** What an institution has fetched it may have carried out without having said so yet. */
export function mayBeDone({ status }: Pick<KnownOrder, "status">): boolean {
  return status === "EXECUTED" || status === "DELIVERED";
}

/**
 * Compares what a measure asks for with the orders of its cause. While it stands: one order for each holding that it
 * reaches, with whoever keeps it now; none for one that an objection was confirmed for, also once it has been
 * another's. Once it has ended: what waits is withdrawn, and what was or may have been carried out is undone, once each.
 * Orders of other causes are none of its business, so what they did stays. Planned again, nothing is left to do.
 */
export function planOrders(
  ended: Ending | null,
  { orderKind, isUndone, endsByItself }: MeasureRule,
  targets: readonly Holding[],
  ordersOfCause: readonly KnownOrder[],
): OrderPlan {
  const all = ordersOfCause.filter(order => order.kind === orderKind);
  const own = all.filter(({ isOver }) => isOver !== true);
  const restored = new Set(
    ordersOfCause
      .filter(({ kind, isOver }) => kind === RESTORE && isOver !== true)
      .map(order => order.holdingId),
  );
  if (ended === null) {
    const lifted = all.filter(({ isLifted }) => isLifted === true);
    const reached = targets.filter(
      ({ id, subjectId }) => !lifted.some(one => one.holdingId === id && one.subjectId === subjectId),
    );
    const planned = reached.map(target => {
      const before = own.filter(order => order.holdingId === target.id);
      return { target, before, left: restored.has(target.id) ? [] : leftElsewhere(target, before, isUndone) };
    });
    return {
      issue: planned
        .filter(
          ({ target, before, left }) =>
            before.length === 0 || (left.length > 0 && !isOrdered(target, before)),
        )
        .map(({ target }) => ({
          ...target,
          turn: all.filter(order => order.holdingId === target.id).length,
        })),
      withdraw: planned.flatMap(({ left }) => left.filter(isWaiting)),
      restore: [],
    };
  }
  const isLeft = isUndone && !(endsByItself && ended === "EXPIRED");
  return {
    issue: [],
    withdraw: own.filter(isWaiting),
    restore: isLeft ? own.filter(one => mayBeDone(one) && !restored.has(one.holdingId)) : [],
  };
}

/** What was withdrawn is no order any more. */
function isOrdered({ institution }: Holding, orders: readonly KnownOrder[]): boolean {
  return orders.some(order => order.institution === institution && order.status !== "EXPIRED");
}

/** Orders to whoever kept the holding before it was carried elsewhere; a task that somebody did is done wherever it is. */
function leftElsewhere(
  { institution, subjectId }: Holding,
  orders: readonly KnownOrder[],
  isUndone: boolean,
): KnownOrder[] {
  return orders.filter(
    order =>
      order.institution !== institution &&
      order.subjectId === subjectId &&
      (isWaiting(order) || (isUndone && order.status !== "EXPIRED")),
  );
}
