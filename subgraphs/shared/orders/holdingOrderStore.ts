import { sql, type Kysely } from "kysely";
import { recordset } from "../store/recordset";
import type { SavedOutcome } from "./sumUpOutcomes";
import type { KnownOrder } from "./planOrders";

/** Where a subgraph keeps its orders and the measures behind them, and what it calls the columns that name the holding and whoever keeps it. */
export interface OrderTables {
  readonly orders: string;
  readonly directory: string;
  readonly measures: string;
  readonly holding: string;
  readonly institution: string;
}

/** An order with what is known of its outcome. */
export interface OwnOrder extends KnownOrder {
  readonly issuedAt: Date;
  readonly executedAt: Date | null;
  /** The rule that it was issued by. */
  readonly ruleId: string;
}

/** A cause, or a single order, of which nothing is left to be undone, with when the last of it was. */
export interface Restored {
  readonly causeId: string;
  readonly lastRestoredAt: Date | null;
}

/** Until when a cause's orders of a kind stand; null: until they are lifted. */
export interface MeasureEnd {
  readonly causeId: string;
  readonly kind: string;
  readonly endsOn: string | null;
}

const OUTCOME_COLUMNS = {
  subjectId: "text",
  id: "text",
  status: "text",
  executedAt: "timestamptz",
  refusalReason: "text",
  reference: "text",
  at: "timestamptz",
};

/** Changes orders, in a transaction: the same statements over accounts' orders and lines'. */
export function createHoldingOrderStore(tx: Kysely<unknown>, tables: OrderTables) {
  const orders = sql.table(tables.orders);
  const directory = sql.table(tables.directory);
  const holding = sql.ref(`o.${tables.holding}`);
  const institution = sql.ref(`o.${tables.institution}`);
  const known = sql`o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
    ${holding} as "holdingId", ${institution} as institution, o.lifted_at is not null as "isLifted"`;
  /** Locked in an order that all keep, so that nobody waits for each other. */
  async function lockOrders(ids: readonly string[]): Promise<OwnOrder[]> {
    const { rows: located } = await sql<{ subjectId: string }>`/* HoldingOrderStore.lockOrders: directory */
      select distinct subject_id as "subjectId" from ${directory} where id = any(${ids}::text[])`.execute(tx);
    const { rows } = await sql<OwnOrder>`/* HoldingOrderStore.lockOrders */
      select ${known}, o.issued_at as "issuedAt", o.executed_at as "executedAt", o.reason ->> 'ruleId' as "ruleId"
      from ${orders} o
      where o.subject_id = any(${located.map(row => row.subjectId)}::text[]) and o.id = any(${ids}::text[])
      order by o.subject_id, o.id for update`.execute(tx);
    return rows;
  }

  return {
    /** All orders of the causes, locked: an execution under way is waited for, and a later one waits. */
    async lockByCauses(causeIds: readonly string[]): Promise<KnownOrder[]> {
      const { rows } = await sql<KnownOrder>`/* HoldingOrderStore.lockByCauses */
        select ${known} from ${orders} o where o.cause_id = any(${causeIds}::text[])
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** One order, locked; null for none. */
    async lockOrder(orderId: string): Promise<KnownOrder | null> {
      return (await lockOrders([orderId]))[0] ?? null;
    },

    /** Orders by their ids, whosever they are. */
    lockOrders,

    /** Is it a measure against this person or unit, whoever holds by now what it was put on? */
    async isCauseAgainst(causeId: string, subjectId: string): Promise<boolean> {
      const { rows } = await sql`/* HoldingOrderStore.isCauseAgainst */
        select 1 from ${sql.table(tables.measures)}
        where cause_id = ${causeId} and subject_id = ${subjectId} limit 1`.execute(tx);
      return rows.length > 0;
    },

    /** An objection to the order was confirmed. */
    async lift({ subjectId, id }: KnownOrder, at: Date): Promise<void> {
      await sql`/* HoldingOrderStore.lift */
        update ${orders} set lifted_at = coalesce(lifted_at, ${at}::timestamptz)
        where subject_id = ${subjectId} and id = ${id}`.execute(tx);
    },

    /** What waits is not to be carried out any more. */
    async withdraw(withdrawn: readonly KnownOrder[]): Promise<void> {
      await sql`/* HoldingOrderStore.withdraw */
        update ${orders} set status = 'EXPIRED'
        where subject_id = any(${withdrawn.map(order => order.subjectId)}::text[])
          and id = any(${withdrawn.map(order => order.id)}::text[])`.execute(tx);
    },

    /** Orders say the last day that their measures have by now; answers those that had said another. */
    async takeOverEnds(ends: readonly MeasureEnd[]): Promise<KnownOrder[]> {
      const { rows } = await sql<KnownOrder>`/* HoldingOrderStore.takeOverEnds */
        update ${orders} o set reason = jsonb_set(o.reason, '{until}', coalesce(to_jsonb(r."endsOn"), 'null'))
        from ${recordset(ends, { causeId: "text", kind: "text", endsOn: "text" })}
        where o.cause_id = r."causeId" and o.kind = r.kind and o.reason ->> 'until' is distinct from r."endsOn"
        returning ${known}`.execute(tx);
      return rows;
    },

    /** These orders of one institution. */
    async lockOwn(owner: string, ids: readonly string[]): Promise<OwnOrder[]> {
      return (await lockOrders(ids)).filter(order => order.institution === owner);
    },

    /** Writes down what became of orders. */
    async saveOutcomes(outcomes: readonly SavedOutcome[]): Promise<void> {
      if (outcomes.length === 0) return;
      await sql`/* HoldingOrderStore.saveOutcomes */
        update ${orders} o set status = r.status, executed_at = r."executedAt",
          refusal_reason = r."refusalReason", reference = r.reference,
          delivered_at = coalesce(o.delivered_at, r.at)
        from ${recordset(outcomes, OUTCOME_COLUMNS)}
        where o.subject_id = r."subjectId" and o.id = r.id`.execute(tx);
    },

    /** To be carried out once more, as if it had only been issued now. */
    async reissue(again: readonly KnownOrder[], at: Date, dueAt: Date): Promise<void> {
      await sql`/* HoldingOrderStore.reissue */
        update ${orders} set status = 'ISSUED', issued_at = ${at}::timestamptz, due_at = ${dueAt}::timestamptz,
          delivered_at = null, executed_at = null, reference = null
        where subject_id = any(${again.map(order => order.subjectId)}::text[])
          and id = any(${again.map(order => order.id)}::text[])`.execute(tx);
    },

    /** Writes down that orders were fetched; answers those that nobody had fetched before. */
    async deliver(
      fetched: readonly { readonly id: string; readonly subjectId: string }[],
      at: Date,
    ): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* HoldingOrderStore.deliver */
        update ${orders} set status = 'DELIVERED', delivered_at = ${at}::timestamptz
        where subject_id = any(${fetched.map(order => order.subjectId)}::text[])
          and id = any(${fetched.map(order => order.id)}::text[]) and status = 'ISSUED'
        returning id`.execute(tx);
      return rows.map(row => row.id);
    },

    /** Those of the causes that have ended, of which nothing is left to be undone, with when the last of it was. */
    async restoredCauses(causeIds: readonly string[]): Promise<Restored[]> {
      // A single order may have been undone while its cause goes on elsewhere.
      const { rows: standing } = await sql<{ id: string }>`/* HoldingOrderStore.restoredCauses: standing */
        select cause_id as id from ${sql.table(tables.measures)}
        where cause_id = any(${causeIds}::text[]) and ended_at is null`.execute(tx);
      const { rows } = await sql<
        Restored & { readonly isLeft: boolean }
      >`/* HoldingOrderStore.restoredCauses */
        select cause_id as "causeId", max(executed_at) filter (where status = 'EXECUTED') as "lastRestoredAt",
          bool_or(status not in ('EXECUTED', 'EXPIRED')) as "isLeft"
        from ${orders} where cause_id = any(${causeIds}::text[]) and kind = 'RESTORE' group by cause_id`.execute(
        tx,
      );
      const unsettled = new Set([
        ...standing.map(({ id }) => id),
        ...rows.filter(({ isLeft }) => isLeft).map(({ causeId }) => causeId),
      ]);
      const lastRestored = new Map(rows.map(row => [row.causeId, row.lastRestoredAt]));
      return causeIds
        .filter(causeId => !unsettled.has(causeId))
        .map(causeId => ({ causeId, lastRestoredAt: lastRestored.get(causeId) ?? null }));
    },

    /** How long those of the restorations that are carried out took, by the kind of order that each has undone. */
    async restoreTimes(
      restores: readonly KnownOrder[],
      kinds: ReadonlySet<string>,
    ): Promise<{ readonly measure: string; readonly seconds: number }[]> {
      const { rows } = await sql<{ measure: string; seconds: number }>`/* HoldingOrderStore.restoreTimes */
        select o.kind as measure, extract(epoch from u.executed_at - u.issued_at)::float8 as seconds
        from ${orders} u join ${orders} o on o.subject_id = u.subject_id and o.cause_id = u.cause_id
          and ${holding} = ${sql.ref(`u.${tables.holding}`)} and o.kind = any(${[...kinds]}::text[])
        where u.subject_id = any(${restores.map(order => order.subjectId)}::text[])
          and u.id = any(${restores.map(order => order.id)}::text[]) and u.status = 'EXECUTED'`.execute(tx);
      return rows;
    },

    /** The single orders that these restorations have undone: somebody may have objected to one of them alone. */
    async undoneBy(restores: readonly KnownOrder[]): Promise<Restored[]> {
      const { rows } = await sql<Restored>`/* HoldingOrderStore.undoneBy */
        select o.id as "causeId", max(u.executed_at) as "lastRestoredAt"
        from ${orders} u join ${orders} o on o.subject_id = u.subject_id and o.cause_id = u.cause_id
          and ${holding} = ${sql.ref(`u.${tables.holding}`)} and o.kind <> 'RESTORE' and o.status in ('EXECUTED', 'EXPIRED')
        where u.subject_id = any(${restores.map(order => order.subjectId)}::text[])
          and u.id = any(${restores.map(order => order.id)}::text[]) and u.status = 'EXECUTED'
        group by o.id`.execute(tx);
      return rows;
    },
  };
}

/** The orders of one transaction. */
export type HoldingOrderStore = ReturnType<typeof createHoldingOrderStore>;
