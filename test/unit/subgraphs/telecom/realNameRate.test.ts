import { isDeadlineMet, realNameRate } from "../../../../subgraphs/telecom/rules/realNameRate";

describe("realNameRate (N16-3)", () => {
  test.each([
    ["2016-10-30", 0, 100, true],
    ["2016-10-31", 95, 100, false],
    ["2016-10-31", 96, 100, true],
    ["2016-12-30", 96, 100, true],
    ["2016-12-31", 96, 100, false],
    ["2016-12-31", 99_999, 100_000, false],
    ["2026-01-01", 100, 100, true],
    ["2026-01-01", 0, 0, true],
  ])("on %s, %i of %i: met %s", (day, registered, total, met) => {
    expect(isDeadlineMet(registered, total, day)).toBe(met);
  });

  test("a carrier without lines has none unregistered", () => {
    expect(realNameRate(0, 0)).toBe(1);
    expect(realNameRate(1, 4)).toBe(0.25);
  });
});
