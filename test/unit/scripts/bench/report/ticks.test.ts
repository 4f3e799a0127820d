import { linearTicks, logTicks } from "../../../../../scripts/bench/report/ticks";

describe("an axis from nought", () => {
  test.each<[largest: number, ticks: readonly number[]]>([
    [3_400, [0, 1_000, 2_000, 3_000, 4_000]],
    [4_000, [0, 1_000, 2_000, 3_000, 4_000]], // and not to 5,000: the largest may stand at the end
    [4_001, [0, 1_000, 2_000, 3_000, 4_000, 5_000]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [6.1, [0, 2, 4, 6, 8]],
    [70, [0, 20, 40, 60, 80]],
    [250, [0, 50, 100, 150, 200, 250]],
  ])("to %d has few round numbers, none of them beyond the first that suffices", (largest, ticks) => {
    expect(linearTicks(largest)).toEqual(ticks);
  });
});

describe("an axis of logarithms", () => {
  test.each<[smallest: number, largest: number, ticks: readonly number[]]>([
    [1.3, 87, [1, 2, 5, 10, 20, 50, 100]],
    [2, 50, [2, 5, 10, 20, 50]],
    [1.99, 50.1, [1, 2, 5, 10, 20, 50, 100]],
    [0.03, 0.3, [0.02, 0.05, 0.1, 0.2, 0.5]],
    [3, 4, [2, 5]],
    [900, 1_100, [500, 1_000, 2_000]],
  ])("from %d to %d has the round numbers around them", (smallest, largest, ticks) => {
    expect(logTicks(smallest, largest)).toEqual(ticks);
  });
});
