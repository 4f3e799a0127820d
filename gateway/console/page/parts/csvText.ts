/** Rows as CSV. A cell that a spreadsheet would take for a formula is told apart from one. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(quote).join(",")).join("\r\n");
}

function quote(cell: string): string {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
