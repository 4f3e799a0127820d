import { addYears } from "../../../../../schema/contract/calendar";
import { isMeasureInForce, isMeasureOver } from "../../../../../subgraphs/police/rules/measureInForce";

const measure = (startsOn: string, years: number, liftedAt: Date | null = null) => ({
  startsOn,
  endsOn: addYears(startsOn, years),
  liftedAt,
});

describe("a measure of five years", () => {
  test.each([
    ["the day before it begins", "2021-02-28", false, false],
    ["its first day", "2021-03-01", true, false],
    ["its last day", "2026-03-01", true, false],
    ["the day after", "2026-03-02", false, true],
  ])("from 2021-03-01, on %s", (_when, day, inForce, over) => {
    expect(isMeasureInForce(measure("2021-03-01", 5), day)).toBe(inForce);
    expect(isMeasureOver(measure("2021-03-01", 5), day)).toBe(over);
  });

  test("from 29 February is in force on 28 February of its fifth year and over on 1 March", () => {
    expect(isMeasureInForce(measure("2020-02-29", 5), "2025-02-28")).toBe(true);
    expect(isMeasureInForce(measure("2020-02-29", 5), "2025-03-01")).toBe(false);
  });

  test("that was lifted is not in force on any day, not even inside its interval", () => {
    const lifted = measure("2021-03-01", 5, new Date("2022-01-01T00:00:00Z"));
    expect(isMeasureInForce(lifted, "2021-06-01")).toBe(false);
    expect(isMeasureOver(lifted, "2021-06-01")).toBe(true);
  });

  test("that has not begun is not over", () => {
    expect(isMeasureOver(measure("2027-01-01", 5), "2026-11-24")).toBe(false);
  });
});
