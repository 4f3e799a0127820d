import type { RawBuilder } from "kysely";
import { recordset as readRows, type RecordColumns } from "../../shared/store/recordset";

/** A batch of rows read as a table `r`; `columns` names each property with its SQL type: `id text, "openedOn" date`. */
export function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return readRows(rows, parseColumns(columns));
}

const parsed = new Map<string, RecordColumns>();

function parseColumns(text: string): RecordColumns {
  const known = parsed.get(text) ?? Object.fromEntries(text.split(",").map(parseColumn));
  parsed.set(text, known);
  return known;
}

function parseColumn(text: string): [string, string] {
  const [, property, type] = /^\s*"?(\w+)"?\s+(\S+)\s*$/.exec(text) ?? [];
  if (property === undefined || type === undefined) throw new Error(`"${text}" names no column and its type`);
  return [property, type];
}
