import type { Alarm } from "../requestContext";
import type { Count, Counters } from "./counters";
import type { LimitRule } from "./limitRules";

/** One thing that is counted for an operation. */
export interface Entry {
  readonly rule: LimitRule;
  /** Of whom it is counted. */
  readonly of: readonly string[];
  readonly points: number;
  /** How many times the limit this caller may have: see `TrustedIssuer.volume`. */
  readonly volume: number;
  /** Whom an alarm would name. */
  readonly about: Pick<Alarm, "caller" | "institution" | "subject">;
}

/** What came of counting. */
export interface Verdict {
  /** After how long it may be asked again; null: nothing is refused. */
  readonly retryAfterMs: number | null;
  readonly alarms: readonly Alarm[];
}

/** Nothing was passed. */
export const WITHIN_LIMITS: Verdict = { retryAfterMs: null, alarms: [] };

/** Counts all of them at once, and holds each against its limit. */
export async function tally(counters: Counters, entries: readonly Entry[]): Promise<Verdict> {
  const counts = await Promise.all(entries.map(entry => counters.add(entry, entry.points)));
  let retryAfterMs: number | null = null;
  const alarms: Alarm[] = [];
  entries.forEach((entry, index) => {
    const count = counts[index];
    if (count === undefined || !isPassed(counters, entry, count)) return;
    const { rule, points, about } = entry;
    if (rule.refuses) retryAfterMs = Math.max(retryAfterMs ?? 0, count.endsInMs);
    const isFirst = count.total - points <= limitOf(counters, entry);
    if (isFirst && rule.alarm !== null) alarms.push({ kind: rule.alarm, count: count.total, ...about });
  });
  return { retryAfterMs, alarms };
}

/** Whether more stands there than is allowed. */
export function isPassed(counters: Counters, entry: Pick<Entry, "rule" | "volume">, count: Count): boolean {
  return count.total > limitOf(counters, entry);
}

function limitOf({ share }: Counters, { rule, volume }: Pick<Entry, "rule" | "volume">): number {
  const whole = rule.limit * volume;
  // Rounded down, or several shares would be more than the whole; but what allows something allows it in each share.
  return Math.min(whole, Math.max(1, Math.floor(whole * share)));
}
