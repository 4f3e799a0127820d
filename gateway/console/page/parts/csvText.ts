import { csvRow } from "./csvRow";

/** Rows as a CSV file to be opened elsewhere. A cell that a spreadsheet would take for a formula is told apart from one. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(row => csvRow(row.map(guard))).join("\r\n");
}

function guard(cell: string): string {
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
