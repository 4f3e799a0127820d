import { sql, type Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import type { MeasureName } from "../../shared/orders/standingMeasure";
import { recordset } from "./recordset";

const KNOWN = sql`o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
  o.account_id as "holdingId", o.institution`;

/** Changes, in a transaction, what measures have brought about. */
export function createOrderKeepingStore(tx: Kysely<unknown>) {
  return {
    /** All orders of the causes, locked: an execution under way is waited for, and a later one waits. */
    async lockByCauses(causeIds: readonly string[]): Promise<KnownOrder[]> {
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockByCauses */
        select ${KNOWN} from banking.account_order o where o.cause_id = any(${causeIds}::text[])
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** One order, locked; null for none. */
    async lockOrder(orderId: string): Promise<KnownOrder | null> {
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockOrder */
        select ${KNOWN} from banking.account_order o
        where o.id = ${orderId} and o.subject_id in (select subject_id from banking.order_directory where id = ${orderId})
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    /** What waits is not to be carried out any more. */
    async withdraw(orders: readonly KnownOrder[]): Promise<void> {
      await sql`/* OrderKeepingStore.withdraw */
        update banking.account_order set status = 'EXPIRED'
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[])`.execute(tx);
    },

    /** Lifts what measures put on accounts, whoever holds them now. */
    async liftRestrictions(measures: readonly MeasureName[], at: Date): Promise<RestrictedAccount[]> {
      const { rows } = await sql<RestrictedAccount>`/* OrderKeepingStore.liftRestrictions */
        update banking.restriction t set lifted_at = ${at}::timestamptz
        from unnest(${measures.map(one => one.causeId)}::text[], ${measures.map(one => one.kind)}::text[]) as m(cause_id, kind)
        where t.cause_id = m.cause_id and t.kind = m.kind and t.lifted_at is null
          and (t.ends_at is null or t.ends_at > ${at}::timestamptz)
        returning t.subject_id as "subjectId", t.account_id as "accountId"`.execute(tx);
      return rows;
    },

    /** The same for the restriction of a single order. */
    async liftRestriction({ subjectId, holdingId, id }: KnownOrder, at: Date): Promise<void> {
      await sql`/* OrderKeepingStore.liftRestriction */
        update banking.restriction set lifted_at = ${at}::timestamptz
        where subject_id = ${subjectId} and account_id = ${holdingId} and id = ${id} and lifted_at is null`.execute(
        tx,
      );
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
        from banking.account_order where cause_id = any(${causeIds}::text[]) group by cause_id
        having count(*) filter (where kind = 'RESTORE' and status in ('ISSUED', 'DELIVERED')) = 0`.execute(
        tx,
      );
      return rows;
    },

    /** These orders of one institution, locked in an order that all keep, so that nobody waits for each other. */
    async lockOwn(institution: string, ids: readonly string[]): Promise<OwnOrder[]> {
      const { rows: located } = await sql<{ subjectId: string }>`/* OrderKeepingStore.lockOwn: directory */
        select distinct subject_id as "subjectId" from banking.order_directory
        where id = any(${ids}::text[]) and institution = ${institution}`.execute(tx);
      const { rows } = await sql<OwnOrder>`/* OrderKeepingStore.lockOwn */
        select ${KNOWN}, o.issued_at as "issuedAt", o.executed_at as "executedAt", o.refusal_reason as "refusalReason"
        from banking.account_order o
        where o.subject_id = any(${located.map(row => row.subjectId)}::text[]) and o.id = any(${ids}::text[])
          and o.institution = ${institution}
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** Writes down what became of orders. */
    async saveOutcomes(outcomes: readonly SavedOutcome[]): Promise<void> {
      if (outcomes.length === 0) return;
      await sql`/* OrderKeepingStore.saveOutcomes */
        update banking.account_order o set status = r.status, executed_at = r."executedAt",
          refusal_reason = r."refusalReason", reference = r.reference,
          delivered_at = coalesce(o.delivered_at, r.at)
        from ${recordset(
          outcomes,
          `"subjectId" text, id text, status text, "executedAt" timestamptz, "refusalReason" text, reference text,
           at timestamptz`,
        )}
        where o.subject_id = r."subjectId" and o.id = r.id`.execute(tx);
    },

    /** Writes down that orders were fetched; answers those that nobody had fetched before. */
    async deliver(
      orders: readonly { readonly id: string; readonly subjectId: string }[],
      at: Date,
    ): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.deliver */
        update banking.account_order set status = 'DELIVERED', delivered_at = ${at}::timestamptz
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[]) and status = 'ISSUED'
        returning id`.execute(tx);
      return rows.map(row => row.id);
    },

    async sectorsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ code: string; sector: string }>`/* OrderKeepingStore.sectorsOf */
        select code, sector from banking.institution where code = any(${codes}::text[])`.execute(tx);
      return new Map(rows.map(row => [row.code, row.sector]));
    },
  };
}

/** An order with what is known of its outcome. */
export interface OwnOrder extends KnownOrder {
  readonly issuedAt: Date;
  readonly executedAt: Date | null;
  readonly refusalReason: string | null;
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

interface RestrictedAccount {
  readonly subjectId: string;
  readonly accountId: string;
}
