import { verdictOf, type BenchRow } from "../workloads/workload";

/** The result as Markdown: a table of what counts, and below it the figures behind each workload's rows. */
export function describeRows(rows: readonly BenchRow[]): string {
  const lines = rows.map(row => {
    const cells = [
      row.workload,
      row.what,
      describeFigure(row.figure),
      describeTarget(row.target),
      verdictOf(row),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  // Rows of one workload often have the same figures behind them.
  const figures = new Set(rows.map(({ workload, detail }) => `- ${workload}: ${inOneLine(detail)}`));
  return [
    "| workload | what | measured | target | |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
    "",
    ...figures,
  ].join("\n");
}

/** A failure quotes what it saw: lines of a log, an answer. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

function describeTarget(target: BenchRow["target"]): string {
  if (target === null) return "";
  return "least" in target ? `≥ ${target.least}` : `≤ ${target.most}`;
}

/** Small ones with a digit more, or a share of 0.051 would read like the 0.05 that it may be at the most. */
function describeFigure(figure: number | null): string {
  if (figure === null) return "";
  return figure.toFixed(Math.abs(figure) < 1 ? 3 : 2);
}
