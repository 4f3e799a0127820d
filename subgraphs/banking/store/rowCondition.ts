import { sql, type RawBuilder } from "kysely";
import type { RowFilter } from "../rowFilter";

/** The rows of a person table that a view may see, as a condition on the table's own columns. */
export function visible(filter: RowFilter, alias: string): RawBuilder<unknown> {
  return sql`(${filter.institution}::text is null or ${sql.ref(`${alias}.institution`)} = ${filter.institution})
    and (${filter.person}::text is null or ${sql.ref(`${alias}.subject_id`)} = ${filter.person})`;
}

/** Accounts open on a day: `isOpenOn` says the same of a row that has been read. */
export function openOn(day: string, alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  return sql`${column("opened_on")} <= ${day}::date and (${column("closed_on")} > ${day}::date
    or (${column("closed_on")} is null and ${column("reported_status")} <> 'CLOSED'))`;
}

/** Restrictions that stand at a moment: `standsAt` says the same of a row that has been read. */
export function standingAt(at: Date, alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  return sql`${column("starts_at")} <= ${at}::timestamptz
    and (${column("ends_at")} is null or ${column("ends_at")} > ${at}::timestamptz)
    and (${column("lifted_at")} is null or ${column("lifted_at")} > ${at}::timestamptz)`;
}

/**
 * Rows under one value of an index's first column, to be read in the order of that index up to a limit. The
 * range repeats the equality: without it PostgreSQL, which knows only how many rows a value has on average, may
 * collect and sort all accounts of an agent with a hundred thousand of them, where fifty are asked for.
 */
export function underKey(column: string, key: string): RawBuilder<unknown> {
  const [left, right] = [sql.ref(column), sql.ref(key)];
  return sql`${left} = ${right} and ${left} between ${right} and ${right}`;
}
