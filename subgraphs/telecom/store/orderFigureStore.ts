import { sql, type Kysely } from "kysely";
import { isOpenOrder } from "../../shared/orders/openOrderStore";
import type { RowFilter } from "../rowFilter";
import type { InstitutionExecution } from "../types/InstitutionExecution";

/** How far one carrier has got with the orders of one cause. */
export interface ExecutionRow extends Omit<InstitutionExecution, "institution"> {
  readonly causeId: string;
  readonly carrier: string;
}

/** What a carrier's orders say of it. */
export interface OrderRecordRow {
  readonly carrier: string;
  readonly overdue: number;
  readonly medianHoursToExecute: number | null;
  readonly medianHoursToRestore: number | null;
}

/** What carriers have made of their orders. */
export interface OrderFigureStore {
  executions(causeIds: readonly string[], now: Date, filter: RowFilter): Promise<ExecutionRow[]>;
  orderRecords(carriers: readonly string[], now: Date): Promise<OrderRecordRow[]>;
}

const OPEN = isOpenOrder("o");
const HOURS_TAKEN = sql`extract(epoch from o.executed_at - o.issued_at)::float8 / 3600`;

/** The order figures of one database. */
export function createOrderFigureStore(db: Kysely<unknown>): OrderFigureStore {
  return {
    async executions(causeIds, now, filter) {
      const person = filter.person === null ? sql`true` : sql`o.subject_id = ${filter.person}`;
      const carrier = filter.carrier === null ? sql`true` : sql`o.carrier = ${filter.carrier}`;
      const { rows } = await sql<ExecutionRow>`/* OrderFigureStore.executions */
        select o.cause_id as "causeId", o.carrier,
          count(*) filter (where o.kind <> 'RESTORE') as issued,
          count(*) filter (where o.kind <> 'RESTORE' and o.delivered_at is not null) as delivered,
          count(*) filter (where o.kind <> 'RESTORE' and o.status = 'EXECUTED') as executed,
          count(*) filter (where o.status = 'REFUSED') as refused,
          count(*) filter (where ${OPEN} and o.due_at < ${now}::timestamptz) as late,
          min(o.due_at) filter (where ${OPEN}) as "nextDueAt",
          max(o.executed_at) filter (where o.kind <> 'RESTORE') as "lastExecutedAt",
          count(*) filter (where o.kind = 'RESTORE' and o.status = 'EXECUTED') as restored,
          max(o.executed_at) filter (where o.kind = 'RESTORE') as "lastRestoredAt",
          count(*) filter (where o.kind = 'RESTORE' and o.status = 'REFUSED') as "restoreRefused",
          count(*) filter (where o.kind = 'RESTORE' and ${OPEN} and o.due_at < ${now}::timestamptz) as "restoreLate"
        from telecom.line_order o
        where o.cause_id = any(${[...causeIds]}::text[]) and ${person} and ${carrier}
        group by o.cause_id, o.carrier order by o.cause_id, o.carrier`.execute(db);
      return rows;
    },

    async orderRecords(carriers, now) {
      const { rows } = await sql<OrderRecordRow>`/* OrderFigureStore.orderRecords */
        select o.carrier,
          count(*) filter (where ${OPEN} and o.due_at < ${now}::timestamptz) as overdue,
          percentile_cont(0.5) within group (order by ${HOURS_TAKEN})
            filter (where o.status = 'EXECUTED' and o.kind <> 'RESTORE') as "medianHoursToExecute",
          percentile_cont(0.5) within group (order by ${HOURS_TAKEN})
            filter (where o.status = 'EXECUTED' and o.kind = 'RESTORE') as "medianHoursToRestore"
        from telecom.line_order o where o.carrier = any(${[...carriers]}::text[]) group by o.carrier`.execute(
        db,
      );
      return rows;
    },
  };
}
