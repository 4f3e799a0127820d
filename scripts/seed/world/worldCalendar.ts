import { addDays } from "../../../schema/contract/calendar";

const DAY_SECONDS = 86_400;
/** Offices and counters: what people do face to face happens from 8 to 18. */
const OFFICE_OPENS_SECONDS = 8 * 3600;
const OFFICE_CLOSES_SECONDS = 18 * 3600;

interface Chance {
  integer(min: number, max: number): number;
}

/** The moment so many seconds after midnight, China Standard Time. */
export function momentOn(day: string, secondsOfDay: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + secondsOfDay * 1000).toISOString();
}

/** A moment of that day at which offices are open. */
export function officeMoment(day: string, random: Chance): string {
  return momentOn(day, random.integer(OFFICE_OPENS_SECONDS, OFFICE_CLOSES_SECONDS - 1));
}

/** Any moment of that day. */
export function anyMoment(day: string, random: Chance): string {
  return momentOn(day, random.integer(0, DAY_SECONDS - 1));
}

/** The moment so many minutes after another. */
export function minutesAfter(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + Math.round(minutes * 60_000)).toISOString();
}

/** The moment at which the day is over: the next midnight, China Standard Time. */
export function endOfDay(day: string): string {
  return momentOn(addDays(day, 1), 0);
}

/** The earlier of two days or of two moments; both are written so that they sort as text. */
export function earlier(first: string, second: string): string {
  return first < second ? first : second;
}

/** The later of two days or of two moments. */
export function later(first: string, second: string): string {
  return first > second ? first : second;
}
