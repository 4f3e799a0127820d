import type { AlarmKind } from "../../schema/contract/alarmKinds";

/** How much of something is too much, and within how long. */
export interface LimitRule {
  /** Part of the counter's name. */
  readonly name: string;
  /** The most that is still ordinary. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** Raised once when the limit is passed; null where passing it means nothing. */
  readonly alarm: AlarmKind | null;
  /** Whether what passes the limit is refused; otherwise there is only the alarm. */
  readonly refuses: boolean;
}

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const rule = (
  name: string,
  limit: number,
  windowSeconds: number,
  alarm: AlarmKind | null,
  refuses = true,
): LimitRule => ({ name, limit, windowSeconds, alarm, refuses });

/**
 * What a caller is charged: about as many values as the answers may hold. The console's page of a person may hold
 * some 110,000, so this is three such pages a second, or a hundred of the costliest operations that are legal in a
 * minute: far above what anybody reads.
 */
export const CALLER_COST = rule("caller-cost", 20_000_000, MINUTE_SECONDS, "UNUSUAL_VOLUME");
/** Many officers at once: ten of them at their limit, or hundreds at their desks. */
export const INSTITUTION_COST = rule("institution-cost", 200_000_000, MINUTE_SECONDS, "UNUSUAL_VOLUME");

/** Whom a caller has looked at already today is not counted again, and stays to be seen when a limit is passed. */
export const SEEN_PERSON = rule("seen", Number.MAX_SAFE_INTEGER, DAY_SECONDS, null, false);
/** One every twelve seconds for an hour on end; a clerk serves some twenty customers, a case has some hundred people. */
export const PEOPLE_AN_HOUR = rule("people-hour", 300, HOUR_SECONDS, "UNUSUAL_VOLUME");
/** Two a minute through a working day: no officer reads that many dossiers. */
export const PEOPLE_A_DAY = rule("people-day", 1_000, DAY_SECONDS, "UNUSUAL_VOLUME");

/**
 * People whose numbers are near to each other, by the ranges that their numbers stand in, the narrowest first. Of
 * one county and birthday a caller meets two by chance, and four in a family with passports issued in a row; of one
 * county and month of birth a county's own officer meets a handful a day.
 */
export const NEAR_NUMBERS: readonly LimitRule[] = [
  rule("near-numbers", 10, DAY_SECONDS, "SEQUENCE"),
  rule("near-numbers-wide", 30, DAY_SECONDS, "SEQUENCE"),
];

/** Officers of one institution at one person: a matter has a handful of them. More of them is curiosity. */
export const COLLEAGUES_AT_PERSON = rule("colleagues-at-person", 20, DAY_SECONDS, "MUCH_SOUGHT_PERSON");
/**
 * All who ask for one person. A sanction brings an officer of each institution, some thirty; beyond this it is
 * told to the auditors alone: a refusal would tip one institution off about the others, and would let one that makes
 * up officers keep the police away from a person.
 */
export const CALLERS_AT_PERSON = rule("callers-at-person", 50, DAY_SECONDS, "MUCH_SOUGHT_PERSON", false);

/** A miss is counted once for each person. */
export const MISSED_PERSON = rule("missed", Number.MAX_SAFE_INTEGER, DAY_SECONDS, null, false);
/** Of new customers a register may hold nothing, and a clerk serves some twenty an hour; guessed numbers nearly all miss. */
export const MISSES_AN_HOUR = rule("misses", 100, HOUR_SECONDS, "MANY_MISSES");

/** A wrong case number or a purpose left out happens; beyond this somebody tries what opens. */
export const DENIALS_AN_HOUR = rule("denials", 50, HOUR_SECONDS, "MANY_DENIALS", false);

/** An issuer's bounds are never to be passed, and its tokens are checked each minute: one alarm a day for each caller. */
export const OVERSTEPS_A_DAY = (alarm: AlarmKind): LimitRule =>
  rule(`overstep-${alarm}`, 0, DAY_SECONDS, alarm, false);
