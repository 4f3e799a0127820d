import { sql, type Kysely } from "kysely";
import { createHoldingOrderStore } from "../../shared/orders/holdingOrderStore";
import type { KnownOrder } from "../../shared/orders/planOrders";
import type { MeasureName } from "../../shared/orders/standingMeasure";

const TABLES = {
  orders: "banking.account_order",
  directory: "banking.order_directory",
  measures: "banking.measure",
  holding: "account_id",
  institution: "institution",
};

/** An account whose restriction has changed, under whoever holds it now. */
export interface RestrictedAccount {
  readonly subjectId: string;
  readonly accountId: string;
}

/** Changes, in a transaction, what measures have brought about: orders, and the restrictions of accounts. */
export function createOrderKeepingStore(tx: Kysely<unknown>) {
  return {
    ...createHoldingOrderStore(tx, TABLES),

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
    async liftRestriction({ subjectId, holdingId, id }: KnownOrder, at: Date): Promise<RestrictedAccount[]> {
      const { rows } = await sql<RestrictedAccount>`/* OrderKeepingStore.liftRestriction */
        update banking.restriction set lifted_at = ${at}::timestamptz
        where subject_id = ${subjectId} and account_id = ${holdingId} and id = ${id} and lifted_at is null
        returning subject_id as "subjectId", account_id as "accountId"`.execute(tx);
      return rows;
    },

    async sectorsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ code: string; sector: string }>`/* OrderKeepingStore.sectorsOf */
        select code, sector from banking.institution where code = any(${codes}::text[])`.execute(tx);
      return new Map(rows.map(row => [row.code, row.sector]));
    },
  };
}
