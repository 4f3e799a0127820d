import type { Count, Counters } from "./counters";
import {
  CALLER_COST,
  CALLERS_AT_PERSON,
  COLLEAGUES_AT_PERSON,
  INSTITUTION_COST,
  MISSES_AN_HOUR,
  NEAR_NUMBERS,
  PEOPLE_A_DAY,
  PEOPLE_AN_HOUR,
  SEEN_PERSON,
} from "./limitRules";
import type { Alarm } from "../requestContext";
import type { Sought } from "./createSought";
import { isPassed, tally, WITHIN_LIMITS, type Entry, type Verdict } from "./tally";

/** What came of charging an operation. */
export interface LookVerdict extends Verdict {
  /** Whom it asks for and was counted for. */
  readonly fresh: readonly Sought[];
}

/** An operation as it is charged. */
export interface Look {
  readonly caller: string;
  /** For whom the caller acts; null for somebody who acts for themself. */
  readonly institution: string | null;
  /** How many times the ordinary limits the caller may have. */
  readonly volume: number;
  readonly cost: number;
  /** Whom it asks for, each once. */
  readonly people: readonly Sought[];
}

/**
 * Charges an operation. Whom its caller has looked at today already costs nothing but the operation itself, and is
 * not refused; people are remembered as looked at only once they are granted, so that asking twice is no way around.
 */
export async function judgeLook(counters: Counters, look: Look): Promise<LookVerdict> {
  const { caller, people } = look;
  const [bill, misses, ...seen] = await Promise.all([
    tally(counters, costEntries(look)),
    people.length === 0 ? null : counters.read({ rule: MISSES_AN_HOUR, of: [caller] }),
    ...people.map(({ key }) => counters.has({ rule: SEEN_PERSON, of: [caller, key] })),
  ]);
  if (bill.retryAfterMs !== null) return { ...bill, fresh: [] };
  const fresh = people.filter((_, index) => seen[index] !== true);
  const verdict = fresh.length === 0 ? WITHIN_LIMITS : await judgeFresh(counters, look, fresh, misses);
  return { ...verdict, alarms: [...bill.alarms, ...verdict.alarms], fresh };
}

/** Whom an answer came upon. */
export interface CameUpon {
  readonly alarms: readonly Alarm[];
  /** Whether the caller had not seen one of them today. */
  readonly isAnybodyNew: boolean;
}

/** People whom the caller has not looked at today. */
async function judgeFresh(
  counters: Counters,
  look: Look,
  fresh: readonly Sought[],
  misses: Count | null,
): Promise<Verdict> {
  // The alarm was raised by the miss that passed the limit.
  if (misses !== null && isPassed(counters, { ...look, rule: MISSES_AN_HOUR }, misses))
    return { retryAfterMs: misses.endsInMs, alarms: [] };
  const volume = await tally(counters, volumeEntries(look, fresh.length));
  // Whoever is over it leaves no further trace, however much they ask.
  if (volume.retryAfterMs !== null) return volume;
  const each = await tally(counters, [...rangeEntries(look, fresh), ...personEntries(look, tokensOf(fresh))]);
  if (each.retryAfterMs === null) {
    await Promise.all(fresh.map(({ key }) => counters.add({ rule: SEEN_PERSON, of: [look.caller, key] }, 1)));
  }
  return { ...each, alarms: [...volume.alarms, ...each.alarms] };
}

/** Counts the people whom an answer came upon, each once a day for a caller: they have been seen, so none is refused. */
export async function judgeCameUpon(
  counters: Counters,
  look: Pick<Look, "caller" | "institution"> & { readonly tokens: readonly string[] },
): Promise<CameUpon> {
  const seen = await Promise.all(
    look.tokens.map(token => counters.add({ rule: SEEN_PERSON, of: [look.caller, token] }, 1)),
  );
  const fresh = look.tokens.filter((_, index) => seen[index]?.total === 1);
  const { alarms } = await tally(counters, personEntries(look, fresh));
  return { alarms, isAnybodyNew: fresh.length > 0 };
}

/** Takes numbers out of the ranges again that they were counted in: they were no guesses. */
export async function giveBack(
  counters: Counters,
  caller: string,
  numbers: readonly Sought[],
): Promise<void> {
  const places = numbers.flatMap(({ ranges }) =>
    NEAR_NUMBERS.flatMap((rule, index) => {
      const range = ranges[index];
      return range === undefined ? [] : [{ rule, of: [caller, range] }];
    }),
  );
  await Promise.all(places.map(place => counters.add(place, -1)));
}

function tokensOf(people: readonly Sought[]): string[] {
  return people.flatMap(({ token }) => token ?? []);
}

function costEntries({ caller, institution, volume, cost }: Look): Entry[] {
  const common = { points: cost, volume };
  const ofCaller = {
    ...common,
    rule: CALLER_COST,
    of: [caller],
    about: { caller, institution, subject: null },
  };
  if (institution === null) return [ofCaller];
  const about = { caller: null, institution, subject: null };
  return [ofCaller, { ...common, rule: INSTITUTION_COST, of: [institution], about }];
}

function volumeEntries({ caller, institution, volume }: Look, points: number): Entry[] {
  const about = { caller, institution, subject: null };
  return [PEOPLE_AN_HOUR, PEOPLE_A_DAY].map(rule => ({ rule, of: [caller], points, volume, about }));
}

/** Cards that were bought together have numbers in a row: to put them into a case is told, and not refused. */
function rangeEntries({ caller, institution, volume }: Look, fresh: readonly Sought[]): Entry[] {
  const about = { caller, institution, subject: null };
  const isShown = fresh.some(one => one.isShown);
  return NEAR_NUMBERS.flatMap((near, index) => {
    const rule = isShown ? near : { ...near, refuses: false };
    const points = new Map<string, number>();
    for (const { ranges } of fresh) {
      const range = ranges[index];
      if (range !== undefined) points.set(range, (points.get(range) ?? 0) + 1);
    }
    return [...points].map(([range, many]) => ({ rule, of: [caller, range], points: many, volume, about }));
  });
}

/** About a person, whoever asks: what a caller may have more of than others makes no difference. */
function personEntries({ institution }: Pick<Look, "institution">, fresh: readonly string[]): Entry[] {
  return fresh.flatMap(person => {
    const common = { points: 1, volume: 1 };
    const all = {
      ...common,
      rule: CALLERS_AT_PERSON,
      of: [person],
      about: { caller: null, institution: null, subject: person },
    };
    if (institution === null) return [all];
    const about = { caller: null, institution, subject: person };
    return [all, { ...common, rule: COLLEAGUES_AT_PERSON, of: [institution, person], about }];
  });
}
