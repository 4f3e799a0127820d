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

    /** The same for the restrictions of single orders. */
    async liftRestrictionsOf(orders: readonly KnownOrder[], at: Date): Promise<RestrictedAccount[]> {
      const { rows } = await sql<RestrictedAccount>`/* OrderKeepingStore.liftRestrictionsOf */
        update banking.restriction set lifted_at = ${at}::timestamptz
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and account_id = any(${orders.map(order => order.holdingId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[]) and lifted_at is null
        returning subject_id as "subjectId", account_id as "accountId"`.execute(tx);
      return rows;
    },

    /** Orders of these causes, each against a person, on accounts that are another's; held. */
    async lockOnOthersAccounts(causeIds: readonly string[]): Promise<KnownOrder[]> {
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockOnOthersAccounts */
        select o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
          o.account_id as "holdingId", o.institution
        from banking.account_order o
        join banking.measure m on m.cause_id = o.cause_id and m.kind = o.kind
        join banking.account_directory d on d.id = o.account_id
        where o.cause_id = any(${causeIds}::text[]) and m.cause_kind in ('SANCTION', 'CASE_ACCOUNT')
          and m.ended_at is null and d.subject_id is distinct from m.subject_id
          and o.status <> 'EXPIRED' and o.given_away_at is null
        order by o.subject_id, o.id for update of o`.execute(tx);
      return rows;
    },

    /** Says of orders that their accounts have been found to be another's. */
    async giveAway(orders: readonly KnownOrder[], at: Date): Promise<void> {
      await sql`/* OrderKeepingStore.giveAway */
        update banking.account_order set given_away_at = ${at}::timestamptz
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[])`.execute(tx);
    },

    /** Those orders of these causes that were given away. */
    async givenAway(causeIds: readonly string[]): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.givenAway */
        select id from banking.account_order
        where cause_id = any(${causeIds}::text[]) and given_away_at is not null`.execute(tx);
      return rows.map(({ id }) => id);
    },

    async sectorsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ code: string; sector: string }>`/* OrderKeepingStore.sectorsOf */
        select code, sector from banking.institution where code = any(${codes}::text[])`.execute(tx);
      return new Map(rows.map(row => [row.code, row.sector]));
    },
  };
}
