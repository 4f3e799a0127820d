import { sql, type Kysely } from "kysely";
import { createHoldingOrderStore } from "../../shared/orders/holdingOrderStore";

const TABLES = {
  orders: "telecom.line_order",
  directory: "telecom.order_directory",
  measures: "telecom.measure",
  holding: "line_id",
  institution: "carrier",
};

/** A line whose orders have changed. */
export interface OrderedLine {
  readonly subjectId: string;
  readonly holdingId: string;
}

/** Changes, in a transaction, what measures have brought about: orders, and the lines that follow them. */
export function createOrderKeepingStore(tx: Kysely<unknown>) {
  return {
    ...createHoldingOrderStore(tx, TABLES),

    /**
     * Lets lines follow their orders: one with a stop that was carried out and not undone is SUSPENDED, and one that
     * has none left is ACTIVE again. Two causes stopped it: it stays stopped until both are undone.
     */
    async followOrders(lines: readonly OrderedLine[]): Promise<void> {
      const stopped = sql`exists (select 1 from telecom.line_order o
        where o.subject_id = l.subject_id and o.line_id = l.id and o.kind in ('SUSPEND', 'STOP_UNREGISTERED')
          and o.status = 'EXECUTED' and not exists (select 1 from telecom.line_order u
            where u.subject_id = o.subject_id and u.line_id = o.line_id and u.cause_id = o.cause_id
              and u.kind = 'RESTORE' and u.status = 'EXECUTED'))`;
      await sql`/* OrderKeepingStore.followOrders */
        update telecom.line l set status = case when ${stopped} then 'SUSPENDED' else 'ACTIVE' end
        where l.subject_id = any(${lines.map(line => line.subjectId)}::text[])
          and l.id = any(${lines.map(line => line.holdingId)}::text[])
          and ((l.status in ('ACTIVE', 'DORMANT', 'REVERIFY_REQUIRED') and ${stopped})
            or (l.status = 'SUSPENDED' and not ${stopped}))`.execute(tx);
    },
  };
}
