import { sql, type RawBuilder } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { RowFilter } from "../rowFilter";
import type { LinePlace } from "./linePlace";

/** The rows of a person table that a view may see, as a condition on the table's own columns. */
export function visible(filter: RowFilter, alias: string): RawBuilder<unknown> {
  const carrier =
    filter.carrier === null ? sql`true` : sql`${sql.ref(`${alias}.carrier`)} = ${filter.carrier}`;
  const person =
    filter.person === null ? sql`true` : sql`${sql.ref(`${alias}.subject_id`)} = ${filter.person}`;
  return sql`${carrier} and ${person}`;
}

/**
 * What hangs on a line (a flag, an order) is seen by those who see the line: once it has gone to another
 * holder or carrier, only those who see everything still see what happened before.
 */
export function visibleWithLine(filter: RowFilter, alias: string): RawBuilder<unknown> {
  if (filter.carrier === null && filter.person === null) return sql`true`;
  return sql`${visible(filter, alias)} and exists (
    select 1 from telecom.line seen
    where seen.subject_id = ${sql.ref(`${alias}.subject_id`)} and seen.id = ${sql.ref(`${alias}.line_id`)}
      and ${visible(filter, "seen")})`;
}

/** Lines that are valid on a day: registered by then and not closed yet. For a closed one that lacks its day see `mayBeValidOn`. */
export function validOn(day: string, alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.${name}`)}`;
  return sql`${column("registered_on")} <= ${day}::date and (${column("closed_on")} > ${day}::date
    or (${column("closed_on")} is null and ${column("status")} <> 'CLOSED'))`;
}

/** Lines of which it cannot be told whether they were valid on a day: closed since, and nobody has said when. */
export function mayBeValidOn(day: string, alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.${name}`)}`;
  return sql`${column("registered_on")} <= ${day}::date and ${column("closed_on")} is null
    and ${column("status")} = 'CLOSED' and (${column("observed_at")} at time zone 'Asia/Shanghai')::date > ${day}::date`;
}

/** An empty choice is no choice: null and [] both leave the column alone. */
export function among(column: string, choices: readonly string[] | null): RawBuilder<unknown> {
  if (choices === null || choices.length === 0) return sql`true`;
  return sql`${sql.ref(column)} = any(${[...choices]}::text[])`;
}

/**
 * What hangs on these lines under these holders: the holder leads to the shard, both together to the rows. One of the
 * holders may have held another's line before, and what hangs on it then is not asked for.
 */
export function onLines(lines: readonly LinePlace[], alias: string): RawBuilder<unknown> {
  const holders = lines.map(line => line.subjectId);
  const place = sql`(${sql.ref(`${alias}.subject_id`)}, ${sql.ref(`${alias}.line_id`)})`;
  const lineIds = lines.map(line => line.lineId);
  return sql`${sql.ref(`${alias}.subject_id`)} = any(${someTexts([...new Set(holders)])})
    and ${place} in (select * from unnest(${someTexts(holders)}, ${someTexts(lineIds)}))`;
}
