import { describeRows } from "../../../../../scripts/bench/report/describeRows";
import { verdictOf, type BenchRow } from "../../../../../scripts/bench/workloads/workload";

const ROW: BenchRow = {
  workload: "opening",
  what: "ms above both",
  figure: 9.304,
  target: { most: 10 },
  detail: "p99 of 120 openings/s 31.0 ms",
};

describe("a figure", () => {
  test.each<[figure: number | null, target: BenchRow["target"], verdict: string]>([
    [9.99, { most: 10 }, "met"],
    [10, { most: 10 }, "met"],
    [10.01, { most: 10 }, "missed"],
    [-3, { most: 10 }, "met"],
    [0.81, { least: 0.8 }, "met"],
    [0.8, { least: 0.8 }, "met"],
    [0.79, { least: 0.8 }, "missed"],
    // Nothing is not taken for nought, which would meet these targets.
    [null, { most: 10 }, "not measured"],
    [null, { least: 0 }, "not measured"],
    [NaN, { most: 10 }, "missed"],
    [NaN, { least: 0 }, "missed"],
    // Nobody aimed at anything.
    [10, null, "reported"],
    [null, null, "not measured"],
  ])("of %p held against the target %j is %s", (figure, target, verdict) => {
    expect(verdictOf({ ...ROW, figure, target })).toBe(verdict);
  });
});

describe("who reads the result", () => {
  test("sees what was measured, what was aimed at and what came of it, and below it the figures behind it", () => {
    const missed = { ...ROW, workload: "security", figure: 0.75, target: { least: 0.8 } } as const;
    expect(describeRows([ROW, missed]).split("\n")).toEqual([
      "| workload | what | measured | target | |",
      "| --- | --- | --- | --- | --- |",
      "| opening | ms above both | 9.30 | ≤ 10 | met |",
      "| security | ms above both | 0.750 | ≥ 0.8 | missed |",
      "",
      "- opening: p99 of 120 openings/s 31.0 ms",
      "- security: p99 of 120 openings/s 31.0 ms",
    ]);
  });

  test("sees the figures of a workload once, whatever the number of its rows", () => {
    const text = describeRows([ROW, { ...ROW, what: "ms above three" }]);
    expect(text.match(/31\.0 ms/g)).toHaveLength(1);
  });

  test.each([
    [0.051, "| 0.051 | ≤ 0.05 | missed |"],
    [-9.304, "| -9.30 | ≤ 0.05 | met |"],
  ])("sees of %d as many digits as tell it from its target", (figure, cells) => {
    expect(describeRows([{ ...ROW, figure, target: { most: 0.05 } }])).toContain(cells);
  });

  test("sees no figure where nothing was measured, and that it was not", () => {
    expect(describeRows([{ ...ROW, figure: null }])).toContain("|  | ≤ 10 | not measured |");
  });

  test("sees no target where none was aimed at", () => {
    expect(describeRows([{ ...ROW, target: null }])).toContain("| 9.30 |  | reported |");
  });

  test("sees a failure in one line, whatever it quotes", () => {
    const detail = "it did not start:\n  a | b\nsee its log";
    expect(describeRows([{ ...ROW, detail }])).toContain("- opening: it did not start: a | b see its log");
  });

  test("sees an empty table where nothing was run", () => {
    expect(describeRows([]).split("\n").slice(2)).toEqual([""]);
  });
});
