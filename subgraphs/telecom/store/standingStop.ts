import { sql, type RawBuilder } from "kysely";

/** Kinds of orders that take a line out of service. */
export const STOP_KINDS = sql`('SUSPEND', 'STOP_UNREGISTERED')`;

/** Whether an order, under its alias, has taken its line out of service and has not been undone. */
export function isStandingStop(alias: string): RawBuilder<boolean> {
  const order = sql.raw(alias);
  return sql<boolean>`(${order}.kind in ${STOP_KINDS} and ${order}.status = 'EXECUTED'
    and not exists (select 1 from telecom.line_order u
      where u.subject_id = ${order}.subject_id and u.line_id = ${order}.line_id and u.cause_id = ${order}.cause_id
        and u.kind = 'RESTORE' and u.status = 'EXECUTED'))`;
}
