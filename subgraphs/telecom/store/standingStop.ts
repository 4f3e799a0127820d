import { sql, type RawBuilder } from "kysely";

/** Kinds of orders that take a line out of service. */
export const STOP_KINDS = sql`('SUSPEND', 'STOP_UNREGISTERED')`;

/** Whether an order, under its alias, has taken its line out of service and has not been undone. */
export function isStandingStop(alias: string): RawBuilder<boolean> {
  const order = sql.raw(alias);
  return sql<boolean>`(${order}.kind in ${STOP_KINDS} and ${order}.status = 'EXECUTED' and ${order}.given_away_at is null
    and not exists (select 1 from telecom.line_order u
      where u.subject_id = ${order}.subject_id and u.line_id = ${order}.line_id and u.cause_id = ${order}.cause_id
        and u.kind = 'RESTORE' and u.status = 'EXECUTED' and u.given_away_at is null))`;
}

/**
 * In what state the line `l` of the order `o` is below what orders have done to it; null where nobody has noted it. It
 * may be out of service already by another order, or its carrier told of the line first: then what was noted with an
 * order that stands or waits counts, first with one carried out before these, then with the newest. All get the same.
 */
export function statusBelowStops(orderIds: readonly string[]): RawBuilder<unknown> {
  return sql`case when l.status <> 'SUSPENDED' then l.status else (
    select p.status_before from telecom.line_order p
    where p.subject_id = o.subject_id and p.line_id = o.line_id and p.status_before <> 'SUSPENDED'
      and (${isStandingStop("p")} or (p.kind in ${STOP_KINDS} and p.status in ('ISSUED', 'DELIVERED')))
    order by (p.status = 'EXECUTED' and p.id <> all(${orderIds}::text[])) desc, p.issued_at desc, p.id limit 1) end`;
}
