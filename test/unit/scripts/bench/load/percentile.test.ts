import { percentile } from "../../../../../scripts/bench/load/percentile";

const HUNDRED = Array.from({ length: 100 }, (_, place) => place + 1);

describe("of the times of answers", () => {
  test.each<[what: string, times: readonly number[], perCent: number, expected: number]>([
    ["the 99th percentile of a hundred is the second longest", HUNDRED, 99, 99],
    ["the 50th percentile of a hundred is the fiftieth", HUNDRED, 50, 50],
    ["the 100th percentile is the longest", HUNDRED, 100, 100],
    ["the 0th percentile is the shortest", HUNDRED, 0, 1],
    ["the 99th percentile of fewer than a hundred is the longest", HUNDRED.slice(0, 99), 99, 99],
    ["the 99th percentile of a single one is that one", [7], 99, 7],
    ["the 50th percentile of a single one is that one", [7], 50, 7],
    ["half do not exceed the lower of the middle two, where their number is even", [1, 2, 3, 4], 50, 2],
    ["half do not exceed the middle one, where their number is odd", [1, 2, 3], 50, 2],
    ["it does not matter in which order they came", [40, 10, 30, 20], 75, 30],
    ["the size counts, not the first digit", [9, 1_000, 10, 2, 100], 50, 10],
    ["fractions of a millisecond count", [1.5, 1.25, 1.75], 50, 1.5],
  ])("%s", (_what, times, perCent, expected) => {
    expect(percentile(times, perCent)).toBe(expected);
  });

  test("there is no percentile where nothing was answered", () => {
    expect(percentile([], 99)).toBeNaN();
  });

  test("none changes its place for being counted", () => {
    const times = [3, 1, 2];
    percentile(times, 50);
    expect(times).toEqual([3, 1, 2]);
  });
});
