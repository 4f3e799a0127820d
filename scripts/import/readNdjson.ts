import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { FileReading, FileRow } from "./fileRow";

/** Rows handed on at once. */
const ROWS_AHEAD = 1_000;
/** What stands in the place of a line that is no object of texts: longer than any row, so that it is refused. */
const UNREADABLE: readonly string[] = [];

/** Reads a file of one JSON object a line, its properties named as the columns. */
export function readNdjson(input: Readable, columns: readonly string[]): FileReading {
  return { columns, rows: readRows(input, columns) };
}

async function* readRows(input: Readable, columns: readonly string[]): AsyncGenerator<readonly FileRow[]> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  let line = 0;
  let ready: FileRow[] = [];
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    ready.push({ line, cells: readCells(text, columns) });
    if (ready.length < ROWS_AHEAD) continue;
    yield ready;
    ready = [];
  }
  if (ready.length > 0) yield ready;
}

function readCells(text: string, columns: readonly string[]): readonly string[] {
  const row = parseObject(text);
  if (row === null || Object.keys(row).some(name => !columns.includes(name))) return UNREADABLE;
  const cells = columns.map(name => readCell(row[name]));
  return cells.includes(null) ? UNREADABLE : (cells as string[]);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Null for what is no single value. */
function readCell(value: unknown): string | null {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
