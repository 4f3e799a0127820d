import { drawLatency, type LoadCurve } from "../../../../../scripts/bench/report/drawLatency";

const CURVES: readonly LoadCurve[] = [
  {
    name: "Ours & <theirs>",
    points: [
      { connections: 1, requestsPerSecond: 100, p50Ms: 1, p99Ms: 100 },
      { connections: 4, requestsPerSecond: 200, p50Ms: 10, p99Ms: 10 },
      { connections: 16, requestsPerSecond: 400, p50Ms: 100, p99Ms: 1 },
    ],
  },
  {
    name: "fan-out by hand",
    points: [
      { connections: 1, requestsPerSecond: 50, p50Ms: 2, p99Ms: 4 },
      { connections: 64, requestsPerSecond: 300, p50Ms: 20, p99Ms: 71.5 },
    ],
  },
];
const CHART = drawLatency(CURVES);
/** The lines of all curves, those of the left panel first. */
const LINES = [...CHART.matchAll(/<polyline [^>]*points="([^"]*)"/g)].map(([, points = ""]) =>
  points.split(" ").map(point => point.split(",").map(Number) as [x: number, y: number]),
);

describe("the chart of latency against load", () => {
  test("has each contestant's name, and in both panels its curve with a point for each run", () => {
    expect([...CHART.matchAll(/<text x="\d+" y="\d+">([^<]*)</g)].map(([, name]) => name)).toEqual([
      "Ours &amp; &lt;theirs>",
      "fan-out by hand",
    ]);
    expect(LINES.map(line => line.length)).toEqual([3, 2, 3, 2]);
  });

  test("has at each mark the connections of its run", () => {
    expect([...CHART.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => Number(count))).toEqual([
      1, 4, 16, 1, 64, 1, 4, 16, 1, 64,
    ]);
  });

  test("shows what half of the answers took on the left and what 99 of 100 took on the right", () => {
    const [left = "", right = ""] = CHART.split("99 of 100 answers come within");
    expect(left).toContain("<title>fan-out by hand: 64 connections, 300/s, 20.0 ms</title>");
    expect(right).toContain("<title>fan-out by hand: 64 connections, 300/s, 71.5 ms</title>");
    const heights = LINES.map(line => line.map(([, y]) => y));
    expect(heights[2]).toEqual(heights[0]!.toReversed());
  });

  test("goes to the right by dossiers a second and upward by the logarithm of milliseconds", () => {
    const [[x1, y1], [x2, y2], [x3, y3]] = LINES[0] as [[number, number], [number, number], [number, number]];
    expect(x3).toBeGreaterThan(x1);
    expect((x2 - x1) / (x3 - x1)).toBeCloseTo(1 / 3, 2);
    expect(y3).toBeLessThan(y1); // an SVG counts from above
    expect((y2 - y1) / (y3 - y1)).toBeCloseTo(1 / 2, 2);
  });

  test("has a mark of ten milliseconds at the height at which it says so", () => {
    const [, height] = /y="([\d.]+)" dy="4">10 ms</.exec(CHART)!;
    expect(LINES[0]![1]![1]).toBe(Number(height));
    expect(LINES[2]![1]![1]).toBe(Number(height));
  });

  test("is well-formed, also with a name that looks like a tag", () => {
    const innermost = /<([a-z]+)(?: [\w:-]+="[^"<&]*")*(?:\/>|>(?:[^<&]|&(?:amp|lt|gt);)*<\/\1>)/g;
    // Elements are taken away from the inside; what is not well-formed stands in the way and remains.
    let [left, before] = [CHART, ""];
    while (left !== before) [left, before] = [left.replaceAll(innermost, ""), left];
    expect(left.trim()).toBe("");
  });
});
