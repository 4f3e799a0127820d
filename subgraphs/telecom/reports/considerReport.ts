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
import { mergeLine, sinceAnother } from "./mergeLine";

const FOR_WANT_OF_HOLDER: string = LineOrderKind.STOP_UNREGISTERED;

/** What the rules need to know beside the line itself. */
export interface Holder {
  readonly kind: LineActivationFacts["holderKind"];
  /** When a forged document was last verified on the line under its present holder. */
  readonly forgedDocumentAt: string | null;
  /** What carriers have done to the line by orders: stops that have not been undone, and the last restoration. */
  readonly done: readonly { readonly carrier: string; readonly kind: string; readonly at: string }[];
}

/**
 * What a report makes of what is known of its line. Answers null where it says nothing new. Throws INVALID_TRANSITION
 * for a state that the line cannot have come to, and BAD_INPUT where a rule stands against it.
 */
export function considerReport(
  known: LineState | null,
  reported: LineState,
  holderOf: (line: LineState) => Holder,
): LineState | null {
  if (known === null) return begin(null, reported, holderOf);
  if (known.carrier !== reported.carrier) return considerPorting(known, reported, holderOf);
  if (!isNewer(reported, known)) return fillIn(known, reported, holderOf);
  if (!isNobody(known.subjectId) && !isNobody(reported.subjectId) && known.subjectId !== reported.subjectId)
    // Another holder: the line begins anew with them.
    return begin(known, reported, holderOf);
  const next = keepRestored(known, keepStopped(known, mergeLine(reported, known), holderOf), holderOf);
  if (!mayBeSeenNext(known.status, next.status, next.activatedOn !== null)) {
    throw new HubError("INVALID_TRANSITION", `The line is ${known.status}: it cannot become ${next.status}.`);
  }
  return next.status === known.status && next.subjectId === known.subjectId
    ? next
    : activated(next, holderOf, known.status !== LineStatus.PENDING);
}

/** What an order stopped comes back when the order is undone. That somebody has registered ends a stop for want of it. */
function keepStopped(known: LineState, next: LineState, holderOf: (line: LineState) => Holder): LineState {
  if (next.status === LineStatus.SUSPENDED || next.status === LineStatus.CLOSED) return next;
  const [stoppedSince] = doneTo(known, holderOf)
    .filter(({ kind }) => kind !== RESTORE)
    .filter(({ kind }) => kind !== FOR_WANT_OF_HOLDER || isNobody(next.subjectId))
    .map(({ at }) => at)
    .sort();
  if (stoppedSince === undefined) return next;
  // Seen before it was stopped, and told late.
  if (next.observedAt <= stoppedSince) return { ...next, status: LineStatus.SUSPENDED };
  throw new HubError(
    "INVALID_TRANSITION",
    `The line is SUSPENDED by an order since ${stoppedSince}: it cannot become ${next.status} before the order to restore it is executed.`,
  );
}

/** What was seen out of service before it was restored, and told late, does not stop it again. */
function keepRestored(known: LineState, next: LineState, holderOf: (line: LineState) => Holder): LineState {
  if (next.status !== LineStatus.SUSPENDED || !isTransition(known.status, next.status)) return next;
  const isSeenBefore = doneTo(known, holderOf).some(
    ({ kind, at }) => kind === RESTORE && at >= next.observedAt,
  );
  return isSeenBefore ? { ...next, status: known.status } : next;
}

/** What another carrier did is not this one's to undo. */
function doneTo(line: LineState, holderOf: (line: LineState) => Holder): Holder["done"] {
  return holderOf(line).done.filter(({ carrier }) => carrier === line.carrier);
}

/** A number keeps its owner when it is carried to another carrier; a closed one may be given to anybody. */
function considerPorting(
  known: LineState,
  reported: LineState,
  holderOf: (line: LineState) => Holder,
): LineState | null {
  const isSameHolder = !isNobody(known.subjectId) && known.subjectId === reported.subjectId;
  if (isSameHolder && isLeftBehind(known, reported)) return begin(known, reported, holderOf);
  if (!isNewer(reported, known) || (isSameHolder && isLeftBehind(reported, known)))
    return isSameHolder && !isOfTimeBefore(known, reported) ? heldLonger(known, reported) : null;
  if (known.status === LineStatus.CLOSED) return begin(known, reported, holderOf);
  if (isSameHolder) return begin(known, keepStopped(known, reported, holderOf), holderOf);
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

function begin(
  known: LineState | null,
  reported: LineState,
  holderOf: (line: LineState) => Holder,
): LineState {
  // Whoever holds it still, with whatever carrier: that the line was used in a case is not undone by porting it.
  if (known === null || known.subjectId !== reported.subjectId) {
    const begunAfter = known === null || isNobody(known.subjectId) ? null : known.observedAt;
    return activated({ ...reported, involvedOn: null, begunAfter }, holderOf);
  }
  const { involvedOn, begunAfter, namedAt } = known;
  const line = { ...reported, involvedOn, begunAfter, namedAt: namedAt ?? reported.namedAt };
  return activated(heldLonger(line, known) ?? line, holderOf);
}

/** A line with the day since which its holder has had it with another carrier; null where that is known, or no earlier. */
function heldLonger(line: LineState, earlier: LineState): LineState | null {
  const since = heldSince(earlier);
  return since < heldSince(line) ? { ...line, heldSince: since } : null;
}

/** An older report decides nothing; what it proves of the same holder is kept. */
function fillIn(known: LineState, older: LineState, holderOf: (line: LineState) => Holder): LineState | null {
  if (isOfTimeBefore(known, older)) return null;
  const isSameLine =
    known.subjectId === older.subjectId || isNobody(known.subjectId) || isNobody(older.subjectId);
  if (!isSameLine) return putBefore(known, older, holderOf);
  if (cannotComeAfter(known, older)) return activated(mergeLine(older, known), holderOf);
  const filled = mergeLine(known, older);
  return JSON.stringify(filled) === JSON.stringify(mergeLine(known, known)) ? null : filled;
}

/** Another has been seen to hold the line after that. */
function isOfTimeBefore({ begunAfter }: LineState, older: LineState): boolean {
  return begunAfter !== null && older.observedAt <= begunAfter;
}

/**
 * Another held the line before, and its holder of now may have had it before that: what was seen then proves nothing
 * any more, and where the line could not have been put into service without it, it is the other's still.
 */
function putBefore(known: LineState, another: LineState, holderOf: (line: LineState) => Holder): LineState {
  const others = begin(null, another, holderOf);
  const line = sinceAnother(known, another);
  return line.status === LineStatus.ACTIVE && unprovedReasons(line, holderOf).length > 0 ? others : line;
}

/** Had the older one come first, the newer one would have been refused: so it does not stand now either. */
function cannotComeAfter({ status: newer, activatedOn }: LineState, { status: older }: LineState): boolean {
  const isBackwards = newer !== older && (older === LineStatus.CLOSED || newer === LineStatus.PENDING);
  return isBackwards || !mayBeSeenNext(older, newer, activatedOn !== null);
}

function activated(line: LineState, holderOf: (line: LineState) => Holder, isComingBack = false): LineState {
  if (line.status !== LineStatus.ACTIVE) return line;
  const reasons = unprovedReasons(line, holderOf, isComingBack);
  if (reasons.length === 0) return line;
  throw new HubError("BAD_INPUT", reasons.join(" "));
}

/** What stands against the line in service. */
function unprovedReasons(
  line: LineState,
  holderOf: (line: LineState) => Holder,
  isComingBack = false,
): string[] {
  const facts = activationFacts(line, holderOf(line));
  // What comes back into service was activated before: a notice confirmed anew since then bars nothing.
  return decideActivation(isComingBack ? { ...facts, activatedOn: null } : facts).map(
    ({ message, article, fact }) =>
      fact === null ? `${message} (${article})` : `${message} (${article}; ${fact})`,
  );
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

/** Of two reports of the same moment their standing decides, so that it does not matter which of them came first. */
function isNewer(one: LineState, other: LineState): boolean {
  return one.observedAt === other.observedAt
    ? standingOf(one) > standingOf(other)
    : one.observedAt > other.observedAt;
}

/** Nothing comes after CLOSED nor before PENDING: taken the other way round, the later of the two would be refused. */
const PLACE: Partial<Readonly<Record<LineStatus, number>>> = {
  [LineStatus.PENDING]: 0,
  [LineStatus.CLOSED]: 2,
};
const PLACE_BETWEEN = 1;

function standingOf(line: LineState): string {
  const { carrier, kind, status, registeredOn, activatedOn, lastUsedOn, closedOn, outletCode } = line;
  const place = PLACE[status] ?? PLACE_BETWEEN;
  const holder = isNobody(line.subjectId) ? "" : line.subjectId;
  const days = [registeredOn, activatedOn, lastUsedOn, closedOn];
  return JSON.stringify([carrier, place, status, kind, ...days, outletCode, holder]);
}
