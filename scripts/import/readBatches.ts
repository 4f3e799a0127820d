import { BATCH_ROWS, type FileBatch } from "./fileBatch";
import type { FileRow } from "./fileRow";

/** Cuts rows into batches: always the same ones for the same file, so that they can be counted off. */
export async function* readBatches(rows: AsyncIterable<readonly FileRow[]>): AsyncGenerator<FileBatch> {
  let number = 0;
  let waiting: FileRow[] = [];
  for await (const some of rows) {
    waiting.push(...some);
    while (waiting.length >= BATCH_ROWS) {
      yield toBatch(number++, waiting.slice(0, BATCH_ROWS));
      waiting = waiting.slice(BATCH_ROWS);
    }
  }
  if (waiting.length > 0) yield toBatch(number, waiting);
}

function toBatch(number: number, rows: readonly FileRow[]): FileBatch {
  return { number, rows: rows.map(row => row.cells), lines: rows.map(row => row.line), isRetry: false };
}
