import { chinaDay } from "../../../schema/contract/calendar";
import { isNobody } from "../nobody";
import { LineStatus } from "../types/enums";
import type { LineState } from "./lineDraft";

/** What a line was with a holder and a carrier that have it no longer; see the table `telecom.former_line`. */
export interface FormerLine extends Pick<LineState, Kept> {
  readonly lineId: string;
  /** The first day on which it was theirs no more. */
  readonly endedOn: string;
  /** False: closed on a day that nobody has told. */
  readonly isEndKnown: boolean;
}

type Kept =
  | "subjectId"
  | "carrier"
  | "kind"
  | "registeredOn"
  | "outletCode"
  | "realNameVerifiedAt"
  | "realNameMethod"
  | "onlineCheckPassed"
  | "photoReference"
  | "involvedOn";

/** Days on which nobody was registered for a line that has a holder by now; the last one is the day before `endedOn`. */
export interface UnregisteredPeriod {
  readonly lineId: string;
  readonly carrier: string;
  readonly openedOn: string;
  readonly endedOn: string;
}

/** What a line has been before it became what it is. */
export interface LinePast {
  readonly former: readonly FormerLine[];
  readonly unregistered: readonly UnregisteredPeriod[];
}

export const NO_PAST: LinePast = { former: [], unregistered: [] };

/** What decides how what was before has ended. */
type Next = Pick<LineState, "subjectId" | "carrier" | "registeredOn" | "observedAt">;

/** A line's past once it has become something else; holder and carrier may be the same. */
export function leave(past: LinePast, before: LineState, after: Next): LinePast {
  const left = formerLine(before, after);
  const former = left === null ? past.former : [...past.former.filter(one => !isSameStay(one, left)), left];
  const period = unregisteredPeriod(before, after);
  return {
    // A correction of the record, so that the one of now has had it for longer, counts for the days of before too.
    former: former.flatMap(one => endedBy(one, after.registeredOn) ?? []),
    unregistered:
      period === null
        ? past.unregistered
        : [...past.unregistered.filter(({ openedOn }) => openedOn !== period.openedOn), period],
  };
}

function isSameStay(one: FormerLine, other: FormerLine): boolean {
  const { subjectId, carrier, registeredOn } = other;
  return one.subjectId === subjectId && one.carrier === carrier && one.registeredOn === registeredOn;
}

function endedBy(former: FormerLine, day: string): FormerLine | null {
  const endedOn = former.endedOn < day ? former.endedOn : day;
  return endedOn <= former.registeredOn ? null : { ...former, endedOn };
}

/**
 * What was true of a day is not changed by what happened later: passed on or ported on a later day, the line was its
 * holder's until then. That the next one has had it since before is a correction, and then nothing is kept.
 */
function formerLine(before: LineState, after: Next): FormerLine | null {
  if (isNobody(before.subjectId)) return null;
  if (before.subjectId === after.subjectId && before.carrier === after.carrier) return null;
  const { id: lineId, subjectId, carrier, kind, registeredOn, outletCode, involvedOn } = before;
  const { realNameVerifiedAt, realNameMethod, onlineCheckPassed, photoReference } = before;
  const isEndKnown = before.status !== LineStatus.CLOSED || before.closedOn !== null;
  const closedOn = isEndKnown ? before.closedOn : chinaDay(new Date(before.observedAt));
  const endedOn = closedOn !== null && closedOn < after.registeredOn ? closedOn : after.registeredOn;
  return {
    ...{ lineId, subjectId, carrier, kind, registeredOn, endedOn, isEndKnown, outletCode, involvedOn },
    ...{ realNameVerifiedAt, realNameMethod, onlineCheckPassed, photoReference },
  };
}

/** A line was nobody's until the day on which its holder registered, or was first named. */
function unregisteredPeriod(before: LineState, after: Next): UnregisteredPeriod | null {
  if (!isNobody(before.subjectId) || isNobody(after.subjectId)) return null;
  const { id: lineId, carrier, registeredOn: openedOn, closedOn } = before;
  const named = after.registeredOn > openedOn ? after.registeredOn : chinaDay(new Date(after.observedAt));
  const endedOn = closedOn !== null && closedOn < named ? closedOn : named;
  return endedOn <= openedOn ? null : { lineId, carrier, openedOn, endedOn };
}
