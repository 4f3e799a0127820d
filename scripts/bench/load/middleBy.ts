/** Of several runs the one in the middle by some figure: neither luck nor a disturbance stands. */
export function middleBy<Run>(runs: readonly Run[], figureOf: (run: Run) => number): Run {
  const sorted = [...runs].sort((a, b) => figureOf(a) - figureOf(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was run");
  return middle;
}
