import { HubError } from "./errors";

/** China Standard Time is eight hours ahead of UTC, all year round. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** What four digits can write; PostgreSQL has no year 0. */
const MIN_YEAR = 1;
const MAX_YEAR = 9999;
/** Nothing that the hub keeps is older; before 1900 an offset may also lead into a year that no store can write. */
const FIRST_YEAR_OF_MOMENTS = 1900;

/** Is there such a day in the Gregorian calendar? */
export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= MIN_YEAR && year <= MAX_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

/** Can a moment be kept: is its year in UTC, to which an offset may lead over, 1900 to 9999? */
export function isKeptMoment(at: Date): boolean {
  const year = at.getUTCFullYear();
  return year >= FIRST_YEAR_OF_MOMENTS && year <= MAX_YEAR;
}

/** The calendar day in China Standard Time on which a moment falls. */
export function chinaDay(at: Date): string {
  return dayOfNumber(Math.floor((at.getTime() + CHINA_OFFSET_MS) / DAY_MS));
}

/** Reads `YYYY-MM-DD`; throws BAD_INPUT when the form is another or there is no such day. */
export function parseCalendarDay(text: string): string {
  partsOf(text);
  return text;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(numberOfDay(day) + days);
}

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
export function addYears(day: string, years: number): string {
  const { year, month, date } = partsOf(day);
  const target = year + years;
  if (!isRealDay(target, month, 1)) throw outOfRange();
  return writeDay(target, month, Math.min(date, daysInMonth(target, month)));
}

/** Days from the first to the second; negative when the second comes before. */
export function daysBetween(from: string, to: string): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** The midnight, China Standard Time, that ends the day of a moment: the first moment no longer in it. */
export function endOfChinaDay(at: Date): Date {
  const dayNumber = Math.floor((at.getTime() + CHINA_OFFSET_MS) / DAY_MS);
  return new Date((dayNumber + 1) * DAY_MS - CHINA_OFFSET_MS);
}

function partsOf(text: string): { year: number; month: number; date: number } {
  const match = FORM.exec(text);
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  const date = Number(match?.[3]);
  if (match === null || !isRealDay(year, month, date)) {
    throw new HubError(
      "BAD_INPUT",
      "A calendar day is written YYYY-MM-DD and must exist, such as 2024-02-29.",
    );
  }
  return { year, month, date };
}

function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Days since 1970-01-01. */
function numberOfDay(day: string): number {
  partsOf(day);
  return Date.parse(day) / DAY_MS;
}

function dayOfNumber(dayNumber: number): string {
  const date = new Date(dayNumber * DAY_MS);
  const year = date.getUTCFullYear();
  if (!(year >= MIN_YEAR && year <= MAX_YEAR)) throw outOfRange();
  return writeDay(year, date.getUTCMonth() + 1, date.getUTCDate());
}

function writeDay(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function outOfRange(): HubError {
  return new HubError("BAD_INPUT", `A calendar day lies between the years ${MIN_YEAR} and ${MAX_YEAR}.`);
}
