import { sql, type RawBuilder } from "kysely";

/**
 * A batch of rows as one parameter, read as a table: both engines understand it alike, and the statement's text
 * stays the same whatever the number of rows. `columns` names each property with its SQL type.
 */
export function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as r(${sql.raw(columns)})`;
}
