import { isKeptMoment, isRealDay, parseCalendarDay } from "../../schema/contract/calendar";
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
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const COUNT = /^\d{1,9}$/;
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** Reads the cells of a row whose columns stand in the file at the given places. An empty cell is a missing value. */
export function createCells(values: readonly string[], places: ReadonlyMap<string, number>): Cells {
  return new RowCells(values, places);
}

/** A class, so that a million rows do not make a million sets of functions. */
class RowCells implements Cells {
  constructor(
    private readonly values: readonly string[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  optionalText(column: string): string | null {
    const place = this.places.get(column);
    const value = place === undefined ? "" : (this.values[place] ?? "").trim();
    return value === "" ? null : value;
  }

  text(column: string): string {
    const value = this.optionalText(column);
    if (value === null) throw bad(column, "is missing");
    return value;
  }

  choice<T extends string>(column: string, choices: Readonly<Record<string, T>>): T {
    const value = this.text(column);
    const chosen = Object.hasOwn(choices, value) ? choices[value] : undefined;
    if (chosen === undefined) throw bad(column, `is one of ${Object.keys(choices).join(", ")}`);
    return chosen;
  }

  optionalChoice<T extends string>(column: string, choices: Readonly<Record<string, T>>): T | null {
    return this.optionalText(column) === null ? null : this.choice(column, choices);
  }

  moment(column: string): Date {
    const value = this.text(column);
    const at = new Date(value);
    const [year, month, day] = (MOMENT.exec(value) ?? []).slice(1).map(Number);
    // A Date takes 30 February for 2 March.
    if (!isRealDay(year ?? NaN, month ?? NaN, day ?? NaN) || Number.isNaN(at.getTime()))
      throw bad(column, "is a moment such as 2026-11-24T08:00:00+08:00");
    if (!isKeptMoment(at)) throw bad(column, "lies in the years 1900 to 9999 of UTC");
    return at;
  }

  optionalMoment(column: string): Date | null {
    return this.optionalText(column) === null ? null : this.moment(column);
  }

  day(column: string): string {
    try {
      return parseCalendarDay(this.text(column));
    } catch (error) {
      if (error instanceof HubError) throw bad(column, "is a day that exists, such as 2024-02-29");
      throw error;
    }
  }

  optionalDay(column: string): string | null {
    return this.optionalText(column) === null ? null : this.day(column);
  }

  optionalCount(column: string): number | null {
    const value = this.optionalText(column);
    if (value === null) return null;
    if (!COUNT.test(value)) throw bad(column, "is a whole number");
    return Number(value);
  }

  optionalYes(column: string): boolean | null {
    const value = this.optionalText(column);
    if (value === null) return null;
    const yes = YES_OR_NO.get(value);
    if (yes === undefined) throw bad(column, "is true or false");
    return yes;
  }
}

function bad(column: string, message: string): HubError {
  return new HubError("BAD_INPUT", `\`${column}\` ${message}.`);
}
