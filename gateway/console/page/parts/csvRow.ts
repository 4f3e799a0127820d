/** Cells as a line of CSV, each in quotation marks and as it is. */
export function csvRow(cells: readonly string[]): string {
  return cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(",");
}
