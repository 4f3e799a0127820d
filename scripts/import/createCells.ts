import { parseCalendarDay } from "../../schema/contract/calendar";
import { HubError } from "../../schema/contract/errors";

/** One row of a file, read column by column. Each reader throws BAD_INPUT naming the column. */
export interface Cells {
  text(column: string): string;
  optionalText(column: string): string | null;
  choice<T extends string>(column: string, choices: Readonly<Record<string, T>>): T;
  optionalChoice<T extends string>(column: string, choices: Readonly<Record<string, T>>): T | null;
  moment(column: string): Date;
  optionalMoment(column: string): Date | null;
  day(column: string): string;
  optionalDay(column: string): string | null;
  optionalCount(column: string): number | null;
  optionalYes(column: string): boolean | null;
}

/** A moment with its offset: without one nobody knows when it was. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const COUNT = /^\d{1,9}$/;
const YES_OR_NO: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Reads the cells of a row whose columns stand in the file at the given places. An empty cell is a missing value. */
export function createCells(values: readonly string[], places: ReadonlyMap<string, number>): Cells {
  const optionalText = (column: string): string | null => {
    const place = places.get(column);
    const value = place === undefined ? "" : (values[place] ?? "").trim();
    return value === "" ? null : value;
  };
  const text = (column: string): string => {
    const value = optionalText(column);
    if (value === null) throw bad(column, "is missing");
    return value;
  };
  const optional = <T>(column: string, read: (column: string) => T): T | null =>
    optionalText(column) === null ? null : read(column);
  const choice = <T extends string>(column: string, choices: Readonly<Record<string, T>>): T => {
    const value = text(column);
    const chosen = Object.hasOwn(choices, value) ? choices[value] : undefined;
    if (chosen === undefined) throw bad(column, `is one of ${Object.keys(choices).join(", ")}`);
    return chosen;
  };
  const moment = (column: string): Date => {
    const value = text(column);
    const at = new Date(value);
    if (!MOMENT.test(value) || Number.isNaN(at.getTime()))
      throw bad(column, "is a moment such as 2026-11-24T08:00:00+08:00");
    return at;
  };
  const day = (column: string): string => {
    try {
      return parseCalendarDay(text(column));
    } catch (error) {
      if (error instanceof HubError) throw bad(column, "is a day that exists, such as 2024-02-29");
      throw error;
    }
  };
  return {
    text,
    optionalText,
    choice,
    optionalChoice: (column, choices) => optional(column, one => choice(one, choices)),
    moment,
    optionalMoment: column => optional(column, moment),
    day,
    optionalDay: column => optional(column, day),
    optionalCount: column =>
      optional(column, one => {
        if (!COUNT.test(text(one))) throw bad(one, "is a whole number");
        return Number(text(one));
      }),
    optionalYes: column =>
      optional(column, one => {
        const yes = YES_OR_NO[text(one)];
        if (yes === undefined) throw bad(one, "is true or false");
        return yes;
      }),
  };
}

function bad(column: string, message: string): HubError {
  return new HubError("BAD_INPUT", `\`${column}\` ${message}.`);
}
