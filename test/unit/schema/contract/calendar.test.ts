import fc from "fast-check";
import {
  addDays,
  addYears,
  chinaDay,
  daysBetween,
  endOfChinaDay,
  isRealDay,
  parseCalendarDay,
} from "../../../../schema/contract/calendar";
import { refusalOf } from "./refusalOf";

const DAY_MS = 86_400_000;
const moment = fc.date({ min: new Date("0001-01-03"), max: new Date("9999-12-28"), noInvalidDate: true });
const day = moment.map(date => date.toISOString().slice(0, 10));
// "Etc/GMT-8" is eight hours ahead of UTC: the sign is POSIX's.
const inChina = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Etc/GMT-8",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

describe("a calendar day that a client writes", () => {
  it.each(["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00", "0000-01-01"])(
    "is refused when there was no %s",
    text => expect(refusalOf(() => parseCalendarDay(text)).code).toBe("BAD_INPUT"),
  );

  it.each([
    "",
    "2024-1-1",
    "20240101",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01\n",
    "２０２４-01-01",
    "+02024-01-01",
  ])("is refused in another form (%j)", text =>
    expect(refusalOf(() => parseCalendarDay(text)).message).toContain("YYYY-MM-DD"),
  );

  it.each(["2024-02-29", "2000-02-29", "1984-04-06", "9999-12-31", "0001-01-01"])(
    "is accepted when it exists (%s)",
    text => {
      expect(parseCalendarDay(text)).toBe(text);
    },
  );

  it("exists exactly when JavaScript's calendar has it", () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), part(14), part(33), (year, month, date) => {
        const made = new Date(0);
        made.setUTCFullYear(year, month - 1, date);
        const isSame =
          made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
        expect(isRealDay(year, month, date)).toBe(isSame);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a moment", () => {
  it("one second before midnight in China still belongs to the day, and at midnight to the next", () => {
    expect(chinaDay(new Date("2024-02-28T15:59:59.999Z"))).toBe("2024-02-28");
    expect(chinaDay(new Date("2024-02-28T16:00:00.000Z"))).toBe("2024-02-29");
  });

  it("falls on the day that a clock eight hours ahead of UTC shows, summer time of 1986 to 1991 or not", () => {
    const recent = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(fc.property(recent, at => expect(chinaDay(at)).toBe(inChina.format(at))));
    expect(chinaDay(new Date("1988-07-01T15:30:00Z"))).toBe("1988-07-01");
  });

  it("ends its day at the next midnight in China, never more than a day away", () => {
    expect(endOfChinaDay(new Date("2024-02-28T15:59:59.999Z"))).toEqual(new Date("2024-02-28T16:00:00Z"));
    expect(endOfChinaDay(new Date("2024-02-28T16:00:00Z"))).toEqual(new Date("2024-02-29T16:00:00Z"));
    fc.assert(
      fc.property(moment, at => {
        const end = endOfChinaDay(at);
        expect(end.getTime() - at.getTime()).toBeGreaterThan(0);
        expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(DAY_MS);
        expect(chinaDay(new Date(end.getTime() - 1))).toBe(chinaDay(at));
        expect(chinaDay(end)).toBe(addDays(chinaDay(at), 1));
      }),
    );
  });

  it("that is none, or beyond the year 9999, has no day", () => {
    expect(refusalOf(() => chinaDay(new Date(NaN))).code).toBe("BAD_INPUT");
    expect(refusalOf(() => chinaDay(new Date("+010000-01-01T00:00:00Z"))).code).toBe("BAD_INPUT");
  });
});

describe("counting", () => {
  it("five years from 29 February ends on 28 February, and four on the 29th", () => {
    expect(addYears("2024-02-29", 5)).toBe("2029-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addYears("2096-02-29", 4)).toBe("2100-02-28");
    expect(addYears("2024-02-29", -1)).toBe("2023-02-28");
    expect(addYears("2023-02-28", 5)).toBe("2028-02-28");
  });

  it("years keeps month and day of every other day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -50, max: 50 }), (from, years) => {
        const year = Number(from.slice(0, 4)) + years;
        fc.pre(!from.endsWith("02-29") && year >= 1 && year <= 9_999);
        expect(addYears(from, years)).toBe(String(year).padStart(4, "0") + from.slice(4));
      }),
    );
  });

  it("days forth and back comes to the same day, over leap days and turns of the year", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) > 0).toBe(from < to);
        expect(daysBetween(from, to) + daysBetween(to, from)).toBe(0);
      }),
    );
  });

  it("from a day that is none, or past the last year, is refused", () => {
    expect(refusalOf(() => addDays("2023-02-29", 1)).code).toBe("BAD_INPUT");
    expect(refusalOf(() => addYears("2023-02-29", 1)).code).toBe("BAD_INPUT");
    expect(refusalOf(() => daysBetween("2023-02-28", "2023-02-29")).code).toBe("BAD_INPUT");
    expect(refusalOf(() => addDays("9999-12-31", 1)).code).toBe("BAD_INPUT");
    expect(refusalOf(() => addYears("9999-12-31", 1)).code).toBe("BAD_INPUT");
  });
});
