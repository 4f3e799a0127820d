import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Readable } from "node:stream";
import { parse, type Options, type Parser } from "csv-parse";
import { CliError, EXIT_MISUSE } from "../cli/cliError";
import type { FileReading, FileRow } from "./fileRow";

/** No row of ours is a tenth as long: what is longer begins with a quote that nothing closes. */
const MAX_ROW_BYTES = 64 * 1024;
/** Rows that wait between parser and batches. */
const ROWS_AHEAD = 1_000;

const OPTIONS: Options & { readonly readableHighWaterMark: number } = {
  bom: true,
  relax_column_count: true, // a short row is refused by itself, not with the whole file
  skip_empty_lines: true,
  max_record_size: MAX_ROW_BYTES,
  readableHighWaterMark: ROWS_AHEAD,
  // The line travels as one more cell: `info: true` would wrap each row in an object of eleven properties.
  on_record: (record, { lines }) => {
    record.push(String(lines));
    return record;
  },
};

/** Reads a CSV file: the first row names the columns. Streams: the file may be larger than the memory. */
export async function readCsv(input: Readable): Promise<FileReading> {
  const parser = parse(OPTIONS);
  input.once("error", error => parser.destroy(error));
  input.pipe(parser);
  const rows = readRows(parser);
  const first = await rows.next();
  if (first.done === true) throw new CliError("The file is empty.", { next: NEXT, exitCode: EXIT_MISUSE });
  const [header, ...rest] = first.value;
  return { columns: header?.cells ?? [], rows: startingWith(rest, rows) };
}

const NEXT = "See what it must hold: duanka import <kind> --template";

async function* startingWith(
  first: readonly FileRow[],
  rest: AsyncIterable<readonly FileRow[]>,
): AsyncGenerator<readonly FileRow[]> {
  if (first.length > 0) yield first;
  yield* rest;
}

/** All rows that are ready at once: one turn of the event loop for many rows, not for each. */
async function* readRows(parser: Parser): AsyncGenerator<readonly FileRow[]> {
  const end = finished(parser, { writable: false });
  end.catch(() => undefined); // told where it is awaited
  while (!parser.readableEnded) {
    const ready: FileRow[] = [];
    for (let row = readRow(parser); row !== null; row = readRow(parser)) ready.push(row);
    if (ready.length > 0) yield ready;
    else await Promise.race([once(parser, "readable"), end]).catch(explain);
  }
  await end.catch(explain);
}

function readRow(parser: Parser): FileRow | null {
  const cells = parser.read() as string[] | null;
  return cells === null ? null : { line: Number(cells.pop()), cells };
}

function explain(error: unknown): never {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code?.startsWith("CSV_") !== true) throw error;
  throw new CliError(`The file is no CSV from about line ${lines ?? "?"} on (${code}).`, {
    next: "Look for a quotation mark that is not closed, or not doubled inside a quoted cell; then run it again.",
  });
}
