import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { RESTORE } from "../../shared/orders/planOrders";
import { isNobody } from "../nobody";
import { decideActivation } from "../rules/decideActivation";
import { isTransition, mayBeSeenNext } from "../rules/lineTransition";
import type { LineActivationFacts } from "../rules/lineActivationFacts";
import { LineOrderKind, LineStatus } from "../types/enums";
import { heldSince } from "./heldSince";
import type { LineState } from "./lineDraft";
import { type LineStops, NO_STOPS, stoppedSince } from "./lineStops";
import { mergeLine } from "./mergeLine";

const FOR_WANT_OF_HOLDER: string = LineOrderKind.STOP_UNREGISTERED;

/** What the rules need to know beside the line itself. */
export interface Holder {
  readonly kind: LineActivationFacts["holderKind"];
  /** When a forged document was last verified on the line under this holder. */
  readonly forgedDocumentAt: string | null;
  /** What carriers have done to the line by orders: stops that have not been undone, and the last restoration. */
  readonly done: readonly { readonly carrier: string; readonly kind: string; readonly at: string }[];
}

/**
 * How a report is taken in. NEXT: after all that is known of its line. LATE: among what is known, where what orders did
 * to the line stands at its own place. KNOWN: it was taken in before; what has been found since is no fault of it.
 * FIRST: the same, of the line's first row, which may be older than the rules of its activation.
 */
export type ToldAs = "NEXT" | "LATE" | "KNOWN" | "FIRST";

/**
 * What a report makes of a line as it was when it was seen, and as orders had stopped it by then. Answers null where it says nothing of it. Throws
 * INVALID_TRANSITION for a state that the line cannot have come to, and BAD_INPUT where a rule stands against it.
 */
export function considerReport(
  known: LineState | null,
  reported: LineState,
  holderOf: (line: LineState) => Holder,
  toldAs: ToldAs,
  stops: LineStops = NO_STOPS,
): LineState | null {
  const told: Told = { as: toldAs, holderOf, stops };
  if (known === null) return begin(null, reported, told);
  if (known.carrier !== reported.carrier) return considerPorting(known, reported, told);
  if (!isNobody(known.subjectId) && !isNobody(reported.subjectId) && known.subjectId !== reported.subjectId)
    // Another holder: the line begins anew with them.
    return begin(known, reported, told);
  const seen = mergeLine(reported, known);
  const next = keepRestored(known, keepStopped(known, seen, told), told);
  if (!mayBeSeenNext(known.status, next.status, next.activatedOn !== null)) {
    throw new HubError("INVALID_TRANSITION", `The line is ${known.status}: it cannot become ${next.status}.`);
  }
  return next.status === known.status && next.subjectId === known.subjectId
    ? next
    : activated(next, told, known.status !== LineStatus.PENDING);
}

interface Told {
  readonly as: ToldAs;
  readonly stops: LineStops;
  holderOf(line: LineState): Holder;
}

/** What an order stopped comes back when the order is undone. That somebody has registered ends a stop for want of it. */
function keepStopped(known: LineState, next: LineState, told: Told): LineState {
  if (next.status === LineStatus.SUSPENDED || next.status === LineStatus.CLOSED) return next;
  const since = stoppedSince(told.stops, known, next.subjectId);
  if (since !== null) throw isStopped(since, next);
  const [stoppedAt] = doneTo(known, told)
    .filter(({ kind }) => kind !== RESTORE)
    .filter(({ kind }) => kind !== FOR_WANT_OF_HOLDER || isNobody(next.subjectId))
    .map(({ at }) => at)
    .sort();
  if (stoppedAt === undefined) return next;
  // Seen before it was stopped, and told late.
  if (next.observedAt <= stoppedAt)
    return told.as === "NEXT" ? { ...next, status: LineStatus.SUSPENDED } : next;
  throw isStopped(stoppedAt, next);
}

function isStopped(since: string, { status }: LineState): HubError {
  return new HubError(
    "INVALID_TRANSITION",
    `The line is SUSPENDED by an order since ${since}: it cannot become ${status} before the order to restore it is executed.`,
  );
}

/** What was seen out of service before it was restored, and told late, does not stop it again. */
function keepRestored(known: LineState, next: LineState, told: Told): LineState {
  if (told.as !== "NEXT" || next.status !== LineStatus.SUSPENDED || !isTransition(known.status, next.status))
    return next;
  const isSeenBefore = doneTo(known, told).some(({ kind, at }) => kind === RESTORE && at >= next.observedAt);
  return isSeenBefore ? { ...next, status: known.status } : next;
}

/** What another carrier did is not this one's to undo. */
function doneTo(line: LineState, { as, holderOf }: Told): Holder["done"] {
  return as === "KNOWN" || as === "FIRST"
    ? []
    : holderOf(line).done.filter(({ carrier }) => carrier === line.carrier);
}

/** A number keeps its owner when it is carried to another carrier; a closed one may be given to anybody. */
function considerPorting(known: LineState, reported: LineState, told: Told): LineState | null {
  const isSameHolder = !isNobody(known.subjectId) && known.subjectId === reported.subjectId;
  if (isSameHolder && isLeftBehind(reported, known)) return heldLonger(known, reported);
  if (known.status === LineStatus.CLOSED) return begin(known, reported, told);
  if (isSameHolder) return begin(known, keepStopped(known, reported, told), told);
  throw new HubError(
    "BAD_INPUT",
    "This number is in use with another carrier: a number that is ported keeps its holder, and must have one.",
  );
}

/**
 * A carrier closes a line that it has given away as well, and may say so after the next one has reported it: whoever
 * registered it later, or was seen to have it after it was closed, has it.
 */
function isLeftBehind(closed: LineState, other: LineState): boolean {
  if (closed.status !== LineStatus.CLOSED) return false;
  if (closed.registeredOn < other.registeredOn) return true;
  const isOtherClosed = other.status === LineStatus.CLOSED;
  if (isOtherClosed && closed.registeredOn > other.registeredOn) return false;
  const hadUntil = isOtherClosed ? other.closedOn : chinaDay(new Date(other.observedAt));
  return closed.closedOn !== null && hadUntil !== null && closed.closedOn < hadUntil;
}

function begin(known: LineState | null, reported: LineState, told: Told): LineState {
  // Whoever holds it still, with whatever carrier: that the line was used in a case is not undone by porting it.
  if (known === null || known.subjectId !== reported.subjectId)
    return activated({ ...reported, involvedOn: null }, told);
  const line = { ...reported, involvedOn: known.involvedOn };
  return activated(heldLonger(line, known) ?? line, told);
}

/** A line with the day since which its holder has had it with another carrier; null where that is known, or no earlier. */
function heldLonger(line: LineState, earlier: LineState): LineState | null {
  const since = heldSince(earlier);
  return since < heldSince(line) ? { ...line, heldSince: since } : null;
}

function activated(line: LineState, told: Told, isComingBack = false): LineState {
  if (told.as === "FIRST" || line.status !== LineStatus.ACTIVE) return line;
  const facts = activationFacts(line, holderAt(line, told));
  // What comes back into service was activated before: a notice confirmed anew since then bars nothing.
  const reasons = decideActivation(isComingBack ? { ...facts, activatedOn: null } : facts).map(
    ({ message, article, fact }) =>
      fact === null ? `${message} (${article})` : `${message} (${article}; ${fact})`,
  );
  if (reasons.length === 0) return line;
  throw new HubError("BAD_INPUT", reasons.join(" "));
}

/** What was found later takes nothing from what was taken in before. */
function holderAt(line: LineState, { as, holderOf }: Told): Holder {
  const holder = holderOf(line);
  const isFoundSince = holder.forgedDocumentAt !== null && holder.forgedDocumentAt >= line.observedAt;
  return as === "KNOWN" && isFoundSince ? { ...holder, forgedDocumentAt: null } : holder;
}

/** A line as the rules of its activation see it. */
export function activationFacts(
  line: LineState,
  { kind, forgedDocumentAt }: Pick<Holder, "kind" | "forgedDocumentAt">,
): LineActivationFacts {
  const { realNameMethod: method, realNameVerifiedAt: verifiedAt, onlineCheckPassed, photoReference } = line;
  return {
    kind: line.kind,
    on: chinaDay(new Date(line.observedAt)),
    holderKind: isNobody(line.subjectId) ? null : kind,
    registeredOn: line.registeredOn,
    activatedOn: line.activatedOn,
    evidence: verifiedAt === null ? null : { method, verifiedAt, onlineCheckPassed, photoReference },
    riskNotice: line.riskNoticeAt === null ? null : { acknowledgedOn: chinaDay(new Date(line.riskNoticeAt)) },
    forgedDocumentAt,
  };
}
