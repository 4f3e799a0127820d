import { sql, type Kysely } from "kysely";
import { createHoldingOrderStore } from "../../shared/orders/holdingOrderStore";
import type { KnownOrder } from "../../shared/orders/planOrders";
import { isNobody } from "../nobody";
import type { LineStatus } from "../types/enums";
import type { OrderOnLine } from "./lineClaimStore";
import { isStandingStop, statusBelowStops, STOP_KINDS } from "./standingStop";

const TABLES = {
  orders: "telecom.line_order",
  directory: "telecom.order_directory",
  measures: "telecom.measure",
  holding: "line_id",
  institution: "carrier",
};

interface CarriedOut extends Omit<OrderOnLine, "doneAt" | "orderedSince"> {
  readonly doneAt: Date;
  readonly orderedSince: Date;
}

/** Changes, in a transaction, what measures have brought about: orders, and the lines that follow them. */
export function createOrderKeepingStore(tx: Kysely<unknown>) {
  return {
    ...createHoldingOrderStore(tx, TABLES),

    /**
     * Holds, until the transaction ends, the lines that these orders are about. Whoever changes lines or their orders
     * holds the lines first, as a report does (`LineReportStore.lockLines`): neither writes over what the other did,
     * and neither waits for the other in a circle.
     */
    async lockLinesOfOrders(orderIds: readonly string[]): Promise<void> {
      const { rows } = await sql<{ lineId: string }>`/* OrderKeepingStore.lockLinesOfOrders */
        select o.line_id as "lineId" from telecom.line_order o
        where o.id = any(${orderIds}::text[]) and o.subject_id in (
          select subject_id from telecom.order_directory where id = any(${orderIds}::text[]))`.execute(tx);
      await lockLines(tx, rows);
    },

    /** The same, of the lines that these causes have reached, or may reach now. */
    async lockLinesOfCauses(causeIds: readonly string[]): Promise<void> {
      const { rows } = await sql<{ lineId: string }>`/* OrderKeepingStore.lockLinesOfCauses */
        select line_id as "lineId" from telecom.line_order where cause_id = any(${causeIds}::text[])
        union select holding_id from telecom.measure
          where cause_id = any(${causeIds}::text[]) and holding_id is not null
        union select l.id from telecom.measure m join telecom.line l on l.subject_id = m.subject_id
          where m.cause_id = any(${causeIds}::text[])`.execute(tx);
      await lockLines(tx, rows);
    },

    /** The same, of the lines of people against whom something was ordered or stands. */
    async lockLinesOfPeople(subjectIds: readonly string[]): Promise<void> {
      const { rows } = await sql<{ lineId: string }>`/* OrderKeepingStore.lockLinesOfPeople */
        select line_id as "lineId" from telecom.line_order where subject_id = any(${subjectIds}::text[])
        union select l.id from telecom.measure m join telecom.line l on l.subject_id = m.subject_id
          where m.subject_id = any(${subjectIds}::text[]) and m.ended_at is null`.execute(tx);
      await lockLines(tx, rows);
    },

    /** Orders of these causes on lines that have been another's since. */
    async givenAway(causeIds: readonly string[]): Promise<ReadonlySet<string>> {
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.givenAway */
        select id from telecom.line_order
        where cause_id = any(${causeIds}::text[]) and given_away_at is not null`.execute(tx);
      return new Set(rows.map(({ id }) => id));
    },

    /** What was carried out after all counts again. */
    async takeBack(orders: readonly KnownOrder[]): Promise<void> {
      if (orders.length === 0) return;
      await sql`/* OrderKeepingStore.takeBack */
        update telecom.line_order set given_away_at = null
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[])`.execute(tx);
    },

    /** Orders that stop lines for want of a registration, and stand although these people have registered for them. */
    async lockStopsOfRegistered(subjectIds: readonly string[]): Promise<KnownOrder[]> {
      const registered = subjectIds.filter(id => !isNobody(id));
      if (registered.length === 0) return [];
      const { rows: stopped } = await sql<{
        lineId: string;
      }>`/* OrderKeepingStore.lockStopsOfRegistered: lines */
        select line_id as "lineId" from telecom.line_order
        where subject_id = any(${registered}::text[]) and kind = 'STOP_UNREGISTERED'`.execute(tx);
      if (stopped.length === 0) return [];
      await lockLines(tx, stopped);
      const { rows } = await sql<KnownOrder>`/* OrderKeepingStore.lockStopsOfRegistered */
        select o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
          o.line_id as "holdingId", o.carrier as institution
        from telecom.line_order o
        where o.subject_id = any(${registered}::text[]) and o.kind = 'STOP_UNREGISTERED'
          and o.status in ('ISSUED', 'DELIVERED', 'EXECUTED')
          and not exists (select 1 from telecom.line_order u
            where u.subject_id = o.subject_id and u.line_id = o.line_id and u.cause_id = o.cause_id and u.kind = 'RESTORE')
        order by o.subject_id, o.id for update`.execute(tx);
      return rows;
    },

    /** These orders as they were carried out, in their order; of one moment the stops come first. */
    async carriedOut(orders: readonly KnownOrder[]): Promise<OrderOnLine[]> {
      if (orders.length === 0) return [];
      const { rows } = await sql<CarriedOut>`/* OrderKeepingStore.carriedOut */
        select o.subject_id as "subjectId", o.line_id as "lineId", o.carrier, o.kind, o.cause_id as "causeId",
          o.executed_at as "doneAt", o.status_before as "statusBefore", least(o.issued_at, (
            select min(p.issued_at) from telecom.line_order p
            where p.subject_id = o.subject_id and p.line_id = o.line_id
              and (${isStandingStop("p")} or (p.kind in ${STOP_KINDS} and p.status in ('ISSUED', 'DELIVERED')))))
            as "orderedSince"
        from telecom.line_order o
        where o.subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and o.id = any(${orders.map(order => order.id)}::text[]) and o.executed_at is not null
        order by o.executed_at, o.kind = 'RESTORE', o.id`.execute(tx);
      return rows.map(({ doneAt, orderedSince, ...order }) => ({
        ...order,
        doneAt: doneAt.toISOString(),
        orderedSince: orderedSince.toISOString(),
      }));
    },

    /**
     * Lets lines follow orders that have just been carried out: one with a stop that was not undone is SUSPENDED, and
     * one that has none left comes back to what it was before. Two causes stopped it: it stays stopped until both are
     * undone, and what it was before the first is kept with each of them.
     */
    async followOrders(orders: readonly KnownOrder[]): Promise<void> {
      if (orders.length === 0) return;
      const ids = orders.map(order => order.id);
      const subjectIds = orders.map(order => order.subjectId);
      await sql`/* OrderKeepingStore.followOrders: before */
        update telecom.line_order o set status_before = coalesce(${statusBelowStops(ids)}, o.status_before)
        from telecom.line l
        where o.subject_id = any(${subjectIds}::text[]) and o.id = any(${ids}::text[]) and o.kind in ${STOP_KINDS}
          and l.subject_id = o.subject_id and l.id = o.line_id`.execute(tx);
      await sql`/* OrderKeepingStore.followOrders: stop */
        update telecom.line l set status = 'SUSPENDED'
        where l.subject_id = any(${subjectIds}::text[]) and l.id = any(${orders.map(order => order.holdingId)}::text[])
          and l.status in ('ACTIVE', 'DORMANT', 'REVERIFY_REQUIRED') and exists (
            select 1 from telecom.line_order s where s.subject_id = l.subject_id and s.line_id = l.id
              and s.carrier = l.carrier and ${isStandingStop("s")})`.execute(tx);
      await sql`/* OrderKeepingStore.followOrders: restore */
        update telecom.line l set status = coalesce(o.status_before, u.status_before, 'ACTIVE')
        from telecom.line_order u left join telecom.line_order o on o.subject_id = u.subject_id
          and o.line_id = u.line_id and o.cause_id = u.cause_id and o.kind in ${STOP_KINDS}
        where u.subject_id = any(${subjectIds}::text[]) and u.id = any(${ids}::text[]) and u.kind = 'RESTORE'
          and l.subject_id = u.subject_id and l.id = u.line_id
          and l.status = 'SUSPENDED' and not ${isStopped}`.execute(tx);
    },

    /** Those of the orders that another carrier has been given since, or has carried out. */
    async orderedElsewhere(orders: readonly KnownOrder[]): Promise<ReadonlySet<string>> {
      if (orders.length === 0) return new Set();
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.orderedElsewhere */
        select o.id from telecom.line_order o
        where o.subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and o.id = any(${orders.map(order => order.id)}::text[])
          and exists (select 1 from telecom.line_order n where n.subject_id = o.subject_id and n.line_id = o.line_id
            and n.cause_id = o.cause_id and n.kind = o.kind and n.carrier <> o.carrier and n.status <> 'EXPIRED')`.execute(
        tx,
      );
      return new Set(rows.map(({ id }) => id));
    },

    /** Of the lines that these orders have restored, those back in service that were stopped before their holder had them. */
    async backWithNewHolder(restores: readonly KnownOrder[]): Promise<string[]> {
      if (restores.length === 0) return [];
      const { rows } = await sql<{ id: string }>`/* OrderKeepingStore.backWithNewHolder */
        select l.id from telecom.line l
        where l.subject_id = any(${restores.map(order => order.subjectId)}::text[])
          and l.id = any(${restores.map(order => order.holdingId)}::text[]) and l.status = 'ACTIVE'
          and (exists (select 1 from telecom.line_order s where s.subject_id = l.subject_id and s.line_id = l.id
              and s.kind = 'STOP_UNREGISTERED' and s.status = 'EXECUTED')
            or exists (select 1 from telecom.line_order u where u.subject_id = l.subject_id and u.line_id = l.id
              and u.id = any(${restores.map(order => order.id)}::text[]) and not exists (
                select 1 from telecom.line_order s where s.subject_id = u.subject_id and s.line_id = u.line_id
                  and s.cause_id = u.cause_id and s.kind <> 'RESTORE')))`.execute(tx);
      return rows.map(({ id }) => id);
    },

    async setStatus(
      lines: readonly { readonly subjectId: string; readonly id: string }[],
      status: LineStatus,
    ): Promise<void> {
      if (lines.length === 0) return;
      await sql`/* OrderKeepingStore.setStatus */
        update telecom.line set status = ${status}
        where subject_id = any(${lines.map(line => line.subjectId)}::text[])
          and id = any(${lines.map(line => line.id)}::text[])`.execute(tx);
    },
  };
}

/** All of them in one order: of two that want the same lines, one waits and none for each other. */
async function lockLines(tx: Kysely<unknown>, lines: readonly { readonly lineId: string }[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`/* OrderKeepingStore.lockLines */
    select id from telecom.line_directory where id = any(${lines.map(({ lineId }) => lineId)}::text[])
    order by id for update`.execute(tx);
}

const isStopped = sql`exists (select 1 from telecom.line_order s
  where s.subject_id = l.subject_id and s.line_id = l.id and ${isStandingStop("s")})`;
