import { verdictOf, type BenchRow } from "../workloads/workload";

/** The result as a Markdown table: what counts first, absolute figures last. */
export function describeRows(rows: readonly BenchRow[]): string {
  const lines = rows.map(row => {
    const target = "least" in row.target ? `≥ ${row.target.least}` : `≤ ${row.target.most}`;
    const cells = [row.workload, row.what, row.figure?.toFixed(2) ?? "", target, verdictOf(row)];
    return `| ${[...cells, row.detail].join(" | ")} |`;
  });
  return [
    "| workload | what | measured | target | | figures behind it |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}
