import { sql, type Kysely, type RawBuilder } from "kysely";
import { isOpenOrder } from "../../shared/orders/openOrderStore";
import type { OrderStatus } from "../../shared/types/enums";
import type { RowFilter } from "../rowFilter";
import type { LineOrderKind } from "../types/enums";
import type { LineOrder } from "../types/LineOrder";
import type { LinePlace } from "./linePlace";
import { among, onLines, visibleWithLine } from "./rowCondition";
import { statusBelowStops, STOP_KINDS } from "./standingStop";
import { columnsOf, insertRows, rowsOf } from "./table";
import { LINE_ORDER, type OrderRecord } from "./tables/lineOrderTable";

/** An order as the store hands it out. */
export interface OrderRow extends LineOrder {
  readonly subjectId: string;
  readonly lineId: string;
  readonly carrier: string;
}

/** A carrier's queue, what is due first in front. */
export interface OrderPage {
  /** Null: what waits for the carrier. */
  readonly status: OrderStatus | null;
  readonly kinds: readonly LineOrderKind[] | null;
  readonly dueBefore: Date | null;
  readonly limit: number;
  /** The last order of the page before. */
  readonly after: { readonly dueAt: Date; readonly id: string } | null;
}

/** Reads and adds orders on lines. */
export interface OrderStore {
  ordersByIds(ids: readonly string[], filter: RowFilter): Promise<OrderRow[]>;
  ordersByLines(lines: readonly LinePlace[], filter: RowFilter): Promise<OrderRow[]>;
  /** Orders on people's lines by what caused them, within those people's rows. */
  ordersByCauses(
    causes: readonly { subjectId: string; causeId: string }[],
    filter: RowFilter,
  ): Promise<OrderRow[]>;
  queue(carrier: string, page: OrderPage, filter: RowFilter): Promise<OrderRow[]>;
  /** How many orders the queue holds, whatever page of it is asked for. */
  countQueue(
    carrier: string,
    queue: Pick<OrderPage, "status" | "kinds" | "dueBefore">,
    filter: RowFilter,
  ): Promise<number>;
  /** Does an order of this carrier with this id name a person, and wait or was carried out since then? Whom? */
  personNamedBy(orderId: string, carrier: string, executedSince: Date): Promise<string | null>;
  /** Adds those whose id is new and answers their ids; an order that is known keeps its standing. */
  insertOrders(orders: readonly OrderRecord[]): Promise<ReadonlySet<string>>;
}

/** The orders of one database or transaction. */
export function createOrderStore(db: Kysely<unknown>): OrderStore {
  return {
    async ordersByIds(ids, filter) {
      const located = await sql<{ subjectId: string }>`/* OrderStore.ordersByIds: directory */
        select distinct subject_id as "subjectId" from telecom.order_directory where id = any(${[...ids]}::text[])`.execute(
        db,
      );
      if (located.rows.length === 0) return [];
      const { rows } = await sql<OrderRow>`/* OrderStore.ordersByIds */
        select ${columnsOf(LINE_ORDER, "o")} from telecom.line_order o
        where o.subject_id = any(${located.rows.map(row => row.subjectId)}::text[]) and o.id = any(${[...ids]}::text[])
          and ${visibleWithLine(filter, "o")}`.execute(db);
      return rows;
    },

    async ordersByLines(lines, filter) {
      const { rows } = await sql<OrderRow>`/* OrderStore.ordersByLines */
        select ${columnsOf(LINE_ORDER, "o")} from telecom.line_order o
        where ${onLines(lines, "o")} and ${visibleWithLine(filter, "o")}
        order by o.issued_at desc, o.id`.execute(db);
      return rows;
    },

    async ordersByCauses(causes, filter) {
      const { rows } = await sql<OrderRow>`/* OrderStore.ordersByCauses */
        select ${columnsOf(LINE_ORDER, "o")} from telecom.line_order o
        where o.subject_id = any(${causes.map(cause => cause.subjectId)}::text[])
          and o.cause_id = any(${causes.map(cause => cause.causeId)}::text[]) and ${visibleWithLine(filter, "o")}
        order by o.issued_at desc, o.id`.execute(db);
      return rows;
    },

    async queue(carrier, page, filter) {
      const after =
        page.after === null
          ? sql`true`
          : sql`(o.due_at, o.id) > (${page.after.dueAt}::timestamptz, ${page.after.id})`;
      const { rows } = await sql<OrderRow>`/* OrderStore.queue */
        select ${columnsOf(LINE_ORDER, "o")} from telecom.line_order o
        where ${inQueue(carrier, page, filter)} and ${after}
        order by o.due_at, o.id limit ${page.limit}`.execute(db);
      return rows;
    },

    async countQueue(carrier, queue, filter) {
      const { rows } = await sql<{ total: number }>`/* OrderStore.countQueue */
        select count(*) as total from telecom.line_order o where ${inQueue(carrier, queue, filter)}`.execute(
        db,
      );
      return rows[0]?.total ?? 0;
    },

    async personNamedBy(orderId, carrier, executedSince) {
      const { rows } = await sql<{ subjectId: string }>`/* OrderStore.personNamedBy */
        select d.subject_id as "subjectId" from telecom.order_directory d
        join telecom.line_order o on o.subject_id = d.subject_id and o.id = d.id
        where d.id = ${orderId} and d.carrier = ${carrier}
          and (${isOpenOrder("o")} or o.executed_at > ${executedSince}::timestamptz)`.execute(db);
      return rows[0]?.subjectId ?? null;
    },

    async insertOrders(orders) {
      if (orders.length === 0) return new Set();
      const { rows } = await sql<{ id: string }>`/* OrderStore.insertOrders: directory */
        insert into telecom.order_directory (id, subject_id, carrier)
        select r.id, r."subjectId", r.carrier from ${rowsOf(LINE_ORDER, orders)}
        order by r.id on conflict (id) do nothing returning id`.execute(db);
      const fresh = new Set(rows.map(row => row.id));
      if (fresh.size === 0) return fresh;
      await sql`/* OrderStore.insertOrders */
        ${insertRows(
          LINE_ORDER,
          orders.filter(order => fresh.has(order.id)),
        )} on conflict (subject_id, id) do nothing`.execute(db);
      await noteStatusBefore(db, orders, fresh);
      return fresh;
    },
  };
}

/** Not carried out yet; what was is taken in with a line that had followed it already. */
const WAITING = "ISSUED";

/** In what state a line is that is to be stopped, below what other orders have done to it. */
async function noteStatusBefore(
  db: Kysely<unknown>,
  orders: readonly OrderRecord[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const issued = orders.filter(({ id, status }) => fresh.has(id) && status === WAITING);
  if (issued.length === 0) return;
  await sql`/* OrderStore.noteStatusBefore */
    update telecom.line_order o set status_before = coalesce(${statusBelowStops([])}, l.status)
    from telecom.line l
    where o.subject_id = any(${issued.map(order => order.subjectId)}::text[])
      and o.id = any(${issued.map(order => order.id)}::text[]) and o.kind in ${STOP_KINDS}
      and l.subject_id = o.subject_id and l.id = o.line_id`.execute(db);
}

function inQueue(
  carrier: string,
  { status, kinds, dueBefore }: Pick<OrderPage, "status" | "kinds" | "dueBefore">,
  filter: RowFilter,
): RawBuilder<unknown> {
  return sql`o.carrier = ${carrier} and ${status === null ? isOpenOrder("o") : sql`o.status = ${status}`} and ${among("o.kind", kinds)}
    and ${dueBefore === null ? sql`true` : sql`o.due_at < ${dueBefore}::timestamptz`}
    and ${visibleWithLine(filter, "o")}`;
}
