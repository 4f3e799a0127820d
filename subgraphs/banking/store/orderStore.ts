import { sql, type Kysely, type RawBuilder } from "kysely";
import { isOpenOrder } from "../../shared/orders/openOrderStore";
import type { OrderStatus } from "../../shared/types/enums";
import type { RowFilter } from "../rowFilter";
import type { AccountOrder } from "../types/AccountOrder";
import type { AccountOrderKind } from "../types/enums";
import { recordset } from "../../shared/store/recordset";
import { isKnownOrder } from "./knownToPerson";
import { visible } from "./rowCondition";

/** An order with the account it is about. */
export interface OrderRow extends AccountOrder {
  readonly subjectId: string;
  readonly accountId: string;
  readonly institution: string;
}

/** A slice of an institution's work list. */
export interface OrderQueue {
  readonly institution: string;
  /** Null: what waits for the institution. */
  readonly status: OrderStatus | null;
  readonly kinds: readonly AccountOrderKind[] | null;
  readonly dueBefore: Date | null;
}

const ORDER = sql`o.id, o.subject_id as "subjectId", o.account_id as "accountId", o.institution, o.kind, o.status,
  o.reason, o.issued_at as "issuedAt", o.due_at as "dueAt", o.delivered_at as "deliveredAt",
  o.executed_at as "executedAt", o.refusal_reason as "refusalReason", o.cause_id as "causeId"`;

/** Reads and writes the orders to institutions. */
export function createOrderStore(db: Kysely<unknown>) {
  return {
    async ordersBySubjects(subjectIds: readonly string[], filter: RowFilter): Promise<OrderRow[]> {
      const { rows } = await sql<OrderRow>`/* OrderStore.ordersBySubjects */
        select ${ORDER} from banking.account_order o
        where o.subject_id = any(${subjectIds}::text[]) and ${shown(filter)}
        order by o.issued_at, o.id`.execute(db);
      return rows;
    },

    async ordersByIds(ids: readonly string[], filter: RowFilter): Promise<OrderRow[]> {
      const { rows } = await sql<OrderRow>`/* OrderStore.ordersByIds */
        select ${ORDER} from banking.order_directory d
        join banking.account_order o on o.subject_id = d.subject_id and o.id = d.id
        where d.id = any(${ids}::text[]) and ${shown(filter)}`.execute(db);
      return rows;
    },

    /** The next ones due, after the given place in that order. */
    async queue(
      queue: OrderQueue,
      after: { readonly dueAt: Date; readonly id: string } | null,
      limit: number,
    ): Promise<OrderRow[]> {
      const { rows } = await sql<OrderRow>`/* OrderStore.queue */
        select ${ORDER} from banking.account_order o
        where ${inQueue(queue)}
          and (${after?.id ?? null}::text is null
            or (o.due_at, o.id) > (${after?.dueAt ?? null}::timestamptz, ${after?.id ?? null}::text))
        order by o.due_at, o.id limit ${limit}::int`.execute(db);
      return rows;
    },

    async countQueue(queue: OrderQueue): Promise<number> {
      const { rows } = await sql<{ total: number }>`/* OrderStore.countQueue */
        select count(*) as total from banking.account_order o where ${inQueue(queue)}`.execute(db);
      return rows[0]?.total ?? 0;
    },

    /** Whom an order names, and to which institution it went, if it waits or was carried out since then. */
    async findNamed(
      orderId: string,
      executedSince: Date,
    ): Promise<{ subjectId: string; institution: string } | null> {
      const { rows } = await sql<{ subjectId: string; institution: string }>`/* OrderStore.findNamed */
        select d.subject_id as "subjectId", d.institution from banking.order_directory d
        join banking.account_order o on o.subject_id = d.subject_id and o.id = d.id
        where d.id = ${orderId} and (${isOpenOrder("o")} or o.executed_at > ${executedSince}::timestamptz)`.execute(
        db,
      );
      return rows[0] ?? null;
    },

    /** New orders; one that is known already has gone its own way since and stays. */
    async addOrders(orders: readonly OrderRow[]): Promise<void> {
      if (orders.length === 0) return;
      await sql`/* OrderStore.addOrders */
        insert into banking.account_order (subject_id, id, account_id, institution, kind, status, reason, issued_at,
          due_at, delivered_at, executed_at, refusal_reason, cause_id)
        select r."subjectId", r.id, r."accountId", r.institution, r.kind, r.status, r.reason, r."issuedAt",
          r."dueAt", r."deliveredAt", r."executedAt", r."refusalReason", r."causeId"
        from ${recordset(orders, ORDER_COLUMNS)} order by r."subjectId", r.id
        on conflict do nothing`.execute(db);
      await sql`/* OrderStore.addToDirectory */
        insert into banking.order_directory (id, subject_id, institution)
        select r.id, r."subjectId", r.institution
        from ${recordset(orders, ORDER_COLUMNS)} order by r.id
        on conflict do nothing`.execute(db);
    },
  };
}

const ORDER_COLUMNS = {
  subjectId: "text",
  id: "text",
  accountId: "text",
  institution: "text",
  kind: "text",
  status: "text",
  reason: "jsonb",
  issuedAt: "timestamptz",
  dueAt: "timestamptz",
  deliveredAt: "timestamptz",
  executedAt: "timestamptz",
  refusalReason: "text",
  causeId: "text",
};

function shown(filter: RowFilter): RawBuilder<unknown> {
  const known = filter.person === null ? sql`true` : isKnownOrder("o");
  return sql`${visible(filter, "o")} and ${known}`;
}

function inQueue({ institution, status, kinds, dueBefore }: OrderQueue) {
  return sql`o.institution = ${institution} and ${status === null ? isOpenOrder("o") : sql`o.status = ${status}`}
    and (${kinds}::text[] is null or o.kind = any(${kinds}::text[]))
    and (${dueBefore}::timestamptz is null or o.due_at < ${dueBefore}::timestamptz)`;
}
