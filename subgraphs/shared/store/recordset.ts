import { types } from "node:util";
import { sql, type RawBuilder } from "kysely";

/** The type of each column of a batch, by the property that holds it: `{ subjectId: "text", openedOn: "date" }`. */
export type RecordColumns = Readonly<Record<string, string>>;

/**
 * A batch of rows read as a table `r`, one parameter a column: both engines understand it alike, and the statement's
 * text stays the same whatever the number of rows. Columns of arrays and not one JSON text of rows: PostgreSQL reads
 * them in a fifth of the time.
 */
export function recordset(rows: readonly object[], columns: RecordColumns): RawBuilder<unknown> {
  const given = Object.entries(columns);
  const arrays = given.map(([property, type]) => {
    const values = rows.map(row => (row as Readonly<Record<string, unknown>>)[property]);
    return sql`${toLiteral(values, type)}::text::${sql.raw(isArray(type) ? "text" : type)}[]`;
  });
  const names = given.map(([property]) => `"${property}"`).join(", ");
  // Arrays of arrays would all have to be of one length: each travels as its text.
  const read = given.map(([property, type]) => `"${property}"${isArray(type) ? `::${type}` : ""}`).join(", ");
  return sql`(select ${sql.raw(read)} from unnest(${sql.join(arrays)}) as given(${sql.raw(names)})) as r`;
}

function isArray(type: string): boolean {
  return type.endsWith("[]");
}

/** `{"a","b",NULL}`: as PostgreSQL writes arrays. */
function toLiteral(values: readonly unknown[], type: string): string {
  let text = "";
  for (const value of values) text += `,${toElement(value, type)}`;
  return `{${text.slice(1)}}`;
}

function toElement(value: unknown, type: string): string {
  if (value === null || value === undefined) return "NULL";
  const text = toText(value, type);
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(ESCAPED, "\\$&")}"` : `"${text}"`;
}

const NEEDS_ESCAPE = /["\\]/;
const ESCAPED = /["\\]/g;

function toText(value: unknown, type: string): string {
  if (type === "jsonb") return JSON.stringify(value);
  if (typeof value === "string") return value;
  if (types.isDate(value)) return value.toISOString();
  return Array.isArray(value) ? toLiteral(value, type.slice(0, -"[]".length)) : String(value);
}
