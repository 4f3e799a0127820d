import { verdictOf, type BenchRow } from "../workloads/workload";

/** The result as a Markdown table: what counts first, absolute figures last. */
export function describeRows(rows: readonly BenchRow[]): string {
  const lines = rows.map(row => {
    const cells = [
      row.workload,
      row.what,
      describeFigure(row.figure),
      describeTarget(row.target),
      verdictOf(row),
    ];
    return `| ${[...cells, inOneCell(row.detail)].join(" | ")} |`;
  });
  return [
    "| workload | what | measured | target | | figures behind it |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** A failure quotes what it saw: lines of a log, an answer. */
function inOneCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
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
