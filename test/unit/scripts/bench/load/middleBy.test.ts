import { middleBy } from "../../../../../scripts/bench/load/middleBy";

// As text, 9 would come last.
const slow = { perSecond: 9, p99Ms: 300 };
const usual = { perSecond: 10, p99Ms: 50 };
const lucky = { perSecond: 100, p99Ms: 60 };
const perSecondOf = ({ perSecond }: typeof slow): number => perSecond;

describe("of several runs", () => {
  test("the one with the middle figure stands, whenever it was run", () => {
    for (const [one, other] of [
      [slow, lucky],
      [lucky, slow],
    ] as const) {
      expect(middleBy([usual, one, other], perSecondOf)).toBe(usual);
      expect(middleBy([one, usual, other], perSecondOf)).toBe(usual);
      expect(middleBy([one, other, usual], perSecondOf)).toBe(usual);
    }
  });

  test("another one stands by another figure", () => {
    expect(middleBy([slow, usual, lucky], ({ p99Ms }) => p99Ms)).toBe(lucky);
  });

  test("the one with the higher of the middle two figures stands, where their number is even", () => {
    const stalled = { perSecond: 0, p99Ms: 9_000 };
    expect(middleBy([lucky, stalled, usual, slow], perSecondOf)).toBe(usual);
    expect(middleBy([lucky, slow], perSecondOf)).toBe(lucky);
  });

  test("the only one stands", () => {
    expect(middleBy([lucky], perSecondOf)).toBe(lucky);
  });

  test("none changes its place in the list", () => {
    const runs = [lucky, slow, usual];
    middleBy(runs, perSecondOf);
    expect(runs).toEqual([lucky, slow, usual]);
  });

  test("none stands where nothing was run", () => {
    expect(() => middleBy([], perSecondOf)).toThrow("nothing was run");
  });
});
