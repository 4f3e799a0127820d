import { isOwed } from "../../shared/orders/judgeOutcome";
import { RESTORE } from "../../shared/orders/planOrders";
import type { LineState } from "../reports/lineDraft";
import type { OrderOnLine } from "../store/movedLineStore";
import { LineStatus } from "../types/enums";
import { STOPPING } from "./stoppingOrders";

/** Where a line is now, and how it is seen there. */
type LineNow = Pick<LineState, "subjectId" | "carrier" | "status" | "observedAt">;

/** What is still to be done about one person's orders on one line. */
export interface MovedLinePlan {
  /** To be ordered from whoever keeps the line now. */
  readonly again: readonly OrderOnLine[];
  readonly withdraw: readonly OrderOnLine[];
  /** What its carrier did to a line that was said to be this person's and is another's: it is undone there. */
  readonly undo: OrderOnLine | null;
}

/**
 * Compares one person's orders on a line with where the line is now. With another carrier: what waits is to be done
 * there, and what stops it stands there too. With another holder: nothing of this person's is on it any more. Planned
 * again, nothing is left to do.
 */
export function planMovedLine(orders: readonly OrderOnLine[], line: LineNow): MovedLinePlan {
  const left = orders.filter(order => isWaiting(order) || isStanding(order, orders));
  if (left.some(({ subjectId }) => subjectId !== line.subjectId)) return planGiven(left, line);
  const elsewhere = left.filter(({ institution }) => institution !== line.carrier);
  const again =
    line.status === LineStatus.CLOSED ? [] : elsewhere.filter(order => isMissing(order, orders, line));
  return {
    again: [...new Map(again.map(order => [`${order.kind} ${order.causeId}`, order])).values()],
    withdraw: left.filter(
      order => isWaiting(order) && (order.institution !== line.carrier || isUndone(order, orders)),
    ),
    undo: null,
  };
}

function planGiven(left: readonly OrderOnLine[], line: LineNow): MovedLinePlan {
  const [undo = null] = left
    .filter(order => order.status === "EXECUTED" && order.institution === line.carrier)
    // Seen in service since, it has been undone; seen before, and stopped for the one who held it then, it has not.
    .filter(
      ({ executedAt }) =>
        line.status === LineStatus.SUSPENDED || Number(executedAt) > Date.parse(line.observedAt),
    )
    .sort((one, other) => Number(other.executedAt) - Number(one.executedAt));
  return { again: [], withdraw: left.filter(isWaiting), undo };
}

/** Its carrier of now has no such order yet, and it is not to be undone. */
function isMissing(order: OrderOnLine, orders: readonly OrderOnLine[], { carrier }: LineNow): boolean {
  const isThere = orders.some(
    other =>
      other.kind === order.kind &&
      other.causeId === order.causeId &&
      other.institution === carrier &&
      other.status !== "EXPIRED",
  );
  return !isThere && !isUndone(order, orders);
}

/** Is a stop being undone, or has it been, wherever the line was then? */
function isUndone({ kind, causeId }: OrderOnLine, orders: readonly OrderOnLine[]): boolean {
  return STOPPING.has(kind) && orders.some(other => other.kind === RESTORE && other.causeId === causeId);
}

function isStanding({ kind, causeId, status }: OrderOnLine, orders: readonly OrderOnLine[]): boolean {
  const isRestored = orders.some(
    other => other.kind === RESTORE && other.causeId === causeId && other.status === "EXECUTED",
  );
  return STOPPING.has(kind) && status === "EXECUTED" && !isRestored;
}

/** Waits for its carrier: see `isOpenOrder`. */
function isWaiting(order: OrderOnLine): boolean {
  return (
    order.status === "ISSUED" || order.status === "DELIVERED" || (order.status === "REFUSED" && isOwed(order))
  );
}
