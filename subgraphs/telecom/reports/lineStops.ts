import { RESTORE } from "../../shared/orders/planOrders";
import { isNobody } from "../nobody";
import { reverifiedStatus } from "../rules/reverifiedStatus";
import { LineOrderKind, LineStatus } from "../types/enums";
import type { LineState } from "./lineDraft";
import { mergeDone } from "./mergeLine";

const FOR_WANT_OF_HOLDER: string = LineOrderKind.STOP_UNREGISTERED;

/** An order that was carried out on a line. */
export interface DoneOrder {
  readonly kind: string;
  readonly causeId: string;
  /** Since when a stop has been ordered of the line, by this order or by another that stands or waits. */
  readonly orderedSince: string;
  /** What was noted with a stop of the line's state below it; of use where the line's story does not tell. */
  readonly statusBefore: LineStatus | null;
}

/** A stop that stands at some moment of a line's story. */
interface Stop {
  readonly kind: string;
  readonly causeId: string;
  readonly carrier: string;
  readonly at: string;
}

/** What orders have done to a line by some moment of its story. */
export interface LineStops {
  readonly stops: readonly Stop[];
  /** What the line is below them; null where none stands. */
  readonly beneath: LineStatus | null;
  /** What it was before it was seen out of service, and when that was seen; null where nobody has said. */
  readonly left: { readonly status: LineStatus; readonly at: string } | null;
}

export const NO_STOPS: LineStops = { stops: [], beneath: null, left: null };

/** A line at some moment of its story. */
interface Told {
  readonly line: LineState;
  readonly stops: LineStops;
}

const STOPPED_FROM: ReadonlySet<LineStatus> = new Set([
  LineStatus.ACTIVE,
  LineStatus.DORMANT,
  LineStatus.REVERIFY_REQUIRED,
]);

/** Since when orders hold the line out of service; null where they do not. Whoever registers ends a stop for want of it. */
export function stoppedSince({ stops }: LineStops, line: LineState, subjectId: string): string | null {
  const holding = stops
    .filter(({ carrier }) => carrier === line.carrier)
    .filter(({ kind }) => kind !== FOR_WANT_OF_HOLDER || isNobody(subjectId));
  return holding[0]?.at ?? null;
}

/** What of the stops is left once a report was taken in: they end where the line is in service, closed or another's. */
export function stopsAfter(before: LineState | null, after: LineState, stops: LineStops): LineStops {
  const isOthers = before !== null && !isNobody(before.subjectId) && before.subjectId !== after.subjectId;
  if (before === null || isOthers || after.status !== LineStatus.SUSPENDED) return NO_STOPS;
  if (before.status === LineStatus.SUSPENDED) return stops;
  if (before.status === LineStatus.CLOSED) return NO_STOPS;
  return { ...stops, left: { status: before.status, at: after.observedAt } };
}

/** What an order makes of a line when it is carried out; `done` is the line as it was known to be after that. */
export function carryOut(order: DoneOrder, done: LineState, told: Told): Told {
  return order.kind === RESTORE ? restore(order, done, told) : stop(order, done, told);
}

function stop(order: DoneOrder, done: LineState, { line, stops }: Told): Told {
  const { kind, causeId } = order;
  const one = { kind, causeId, carrier: line.carrier, at: done.observedAt };
  const status = STOPPED_FROM.has(line.status) ? LineStatus.SUSPENDED : line.status;
  const others = stops.stops.filter(other => other.causeId !== causeId || other.carrier !== line.carrier);
  return {
    line: comeTo(status, line, done),
    stops: { ...stops, stops: [...others, one], beneath: stops.beneath ?? statusBelow(order, line, stops) },
  };
}

/** A carrier that takes a line out of service while that is ordered of it does what was ordered. */
function statusBelow(
  { orderedSince, statusBefore }: DoneOrder,
  line: LineState,
  { left }: LineStops,
): LineStatus {
  if (line.status !== LineStatus.SUSPENDED) return line.status;
  if (left === null) return statusBefore ?? line.status;
  return left.at >= orderedSince ? left.status : line.status;
}

/** Only the last stop that ends brings a line back, to what it is below. */
function restore({ causeId }: DoneOrder, done: LineState, { line, stops }: Told): Told {
  const left = stops.stops.filter(one => one.causeId !== causeId);
  const isLast = left.length === 0;
  const status = isLast ? (stops.beneath ?? done.status) : line.status;
  return {
    line: comeTo(line.status === LineStatus.SUSPENDED ? status : line.status, line, done),
    stops: isLast ? { ...NO_STOPS, left: stops.left } : { ...stops, stops: left },
  };
}

/** An order changes what a line is, and nothing of what was shown for it: that was known by then of reports, or was not. */
function comeTo(status: LineStatus, line: LineState, { observedAt }: LineState): LineState {
  return { ...line, status, observedAt: observedAt > line.observedAt ? observedAt : line.observedAt };
}

/** What an order stopped stays stopped when its holder is verified again, who changes what it is below that. */
export function verify(done: LineState, { line, stops }: Told): Told {
  if (stops.beneath === null) {
    const next = mergeDone(done, line);
    return { line: next, stops: stopsAfter(line, next, stops) };
  }
  const beneath = reverifiedStatus(stops.beneath, done.onlineCheckPassed === true, false) ?? stops.beneath;
  return { line: mergeDone({ ...done, status: line.status }, line), stops: { ...stops, beneath } };
}
