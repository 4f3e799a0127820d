// EXT:MEASURES_2024: who is sanctioned again during the term serves the terms one after the other, five years at most.
import type { MeasureInterval } from "./measureInForce";

/** An interval of days, both included. */
export interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * The unbroken time that covers a day, put together of intervals that overlap or touch; null where none covers it.
 * Lifted ones do not count.
 */
export function runningTerm(intervals: readonly MeasureInterval[], day: string): Term | null {
  const standing = intervals
    .filter(({ liftedAt, startsOn }) => liftedAt === null && startsOn <= day)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const last = standing.reduce<Term | null>(joined, null);
  return last !== null && day <= last.endsOn ? last : null;
}

function joined(before: Term | null, { startsOn, endsOn }: MeasureInterval): Term {
  if (before === null || startsOn > before.endsOn) return { startsOn, endsOn };
  return { startsOn: before.startsOn, endsOn: endsOn > before.endsOn ? endsOn : before.endsOn };
}
