import { slope } from "../../../../../scripts/bench/load/slope";

describe("the memory of a process, measured over time", () => {
  test.each<[what: string, minutes: readonly number[], megabytes: readonly number[], perMinute: number]>([
    ["grows in a minute by what a straight line rises in one", [0, 1, 2, 3], [300, 302.5, 305, 307.5], 2.5],
    ["falls where the line falls", [0, 1], [300, 296], -4],
    ["does not grow where it stays as it was", [0, 1, 2], [300, 300, 300], 0],
    // Around (2, 3) the products add up to 8 and the squares to 10; from the first to the last it would be 0.75.
    ["grows by least squares where it goes up and down", [0, 1, 2, 3, 4], [1, 3, 2, 5, 4], 0.8],
    [
      "grows by minutes and not by samples, where these are not evenly spaced and begin late",
      [10, 10.5, 11, 30],
      [301, 301.05, 301.1, 303],
      0.1,
    ],
    // Around (2, 1) the products add up to 5 and the squares to 14.
    [
      "grows by least squares as well where samples are neither even nor on a line",
      [0, 1, 5],
      [0, 1, 2],
      5 / 14,
    ],
  ])("%s", (_what, minutes, megabytes, perMinute) => {
    const samples = minutes.map((minute, place) => ({ minute, value: megabytes[place]! }));
    expect(slope(samples)).toBeCloseTo(perMinute, 10);
  });
});
