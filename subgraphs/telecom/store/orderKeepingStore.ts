import { sql, type Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";

const KNOWN = sql`o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
  o.line_id as "holdingId", o.carrier as institution`;

/** An order with what is known of its outcome. */
export interface OwnOrder extends KnownOrder {
  readonly issuedAt: Date;
  readonly executedAt: Date | null;
}

/** What became of an order. */
export interface SavedOutcome {
  readonly subjectId: string;
  readonly id: string;
  readonly status: "EXECUTED" | "REFUSED";
  readonly executedAt: Date | null;
  readonly refusalReason: string | null;
  readonly reference: string | null;
  readonly at: Date;
}

/** A line whose orders have changed. */
export interface OrderedLine {
  readonly subjectId: string;
  readonly holdingId: string;
}

/** Changes, in a transaction, what measures have brought about. */
export function createOrderKeepingStore(tx: Kysely<unknown>) {
  return {
    /** All orders of the causes, locked: an execution under way is waited for, and a later one waits. */
    async lockByCauses(causeIds: readonly string[]): Promise<KnownOrder[]> {
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockByCauses */
        select ${KNOWN} from telecom.line_order o where o.cause_id = any(${causeIds}::text[])
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** One order, locked; null for none. */
    async lockOrder(orderId: string): Promise<KnownOrder | null> {
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockOrder */
        select ${KNOWN} from telecom.line_order o
        where o.id = ${orderId} and o.subject_id in (select subject_id from telecom.order_directory where id = ${orderId})
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    /** What waits is not to be carried out any more. */
    async withdraw(orders: readonly KnownOrder[]): Promise<void> {
      await sql`/* OrderKeepingStore.withdraw */
        update telecom.line_order set status = 'EXPIRED'
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[])`.execute(tx);
    },

    /** These orders of one carrier, locked in an order that all keep, so that nobody waits for each other. */
    async lockOwn(carrier: string, ids: readonly string[]): Promise<OwnOrder[]> {
      const { rows: located } = await sql<{ subjectId: string }>`/* OrderKeepingStore.lockOwn: directory */
        select distinct subject_id as "subjectId" from telecom.order_directory
        where id = any(${ids}::text[]) and carrier = ${carrier}`.execute(tx);
      const { rows } = await sql<OwnOrder>`/* OrderKeepingStore.lockOwn */
        select ${KNOWN}, o.issued_at as "issuedAt", o.executed_at as "executedAt"
        from telecom.line_order o
        where o.subject_id = any(${located.map(row => row.subjectId)}::text[]) and o.id = any(${ids}::text[])
          and o.carrier = ${carrier}
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** Writes down what became of orders. */
    async saveOutcomes(outcomes: readonly SavedOutcome[]): Promise<void> {
      if (outcomes.length === 0) return;
      await sql`/* OrderKeepingStore.saveOutcomes */
        update telecom.line_order o set status = r.status, executed_at = r."executedAt",
          refusal_reason = r."refusalReason", reference = r.reference,
          delivered_at = coalesce(o.delivered_at, r.at)
        from json_to_recordset(${JSON.stringify(outcomes)}::text::json) as r("subjectId" text, id text, status text,
          "executedAt" timestamptz, "refusalReason" text, reference text, at timestamptz)
        where o.subject_id = r."subjectId" and o.id = r.id`.execute(tx);
    },

    /** Writes down that orders were fetched; answers those that nobody had fetched before. */
    async deliver(
      orders: readonly { readonly id: string; readonly subjectId: string }[],
      at: Date,
    ): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.deliver */
        update telecom.line_order set status = 'DELIVERED', delivered_at = ${at}::timestamptz
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[]) and status = 'ISSUED'
        returning id`.execute(tx);
      return rows.map(row => row.id);
    },

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

    /** Those of the causes that have orders, none of which is still to be undone, with when the last one was. */
    async restoredCauses(
      causeIds: readonly string[],
    ): Promise<{ readonly causeId: string; readonly lastRestoredAt: Date | null }[]> {
      const { rows } = await sql<{
        causeId: string;
        lastRestoredAt: Date | null;
      }>`/* OrderKeepingStore.restoredCauses */
        select cause_id as "causeId",
          max(executed_at) filter (where kind = 'RESTORE' and status = 'EXECUTED') as "lastRestoredAt"
        from telecom.line_order where cause_id = any(${causeIds}::text[]) group by cause_id
        having count(*) filter (where kind = 'RESTORE' and status in ('ISSUED', 'DELIVERED')) = 0`.execute(
        tx,
      );
      return rows;
    },
  };
}
