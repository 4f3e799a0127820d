import { sql, type Kysely } from "kysely";
import { isOpenOrder } from "../../shared/orders/openOrderStore";
import type { RowFilter } from "../rowFilter";
import type { InstitutionAccountRecord } from "../types/InstitutionAccountRecord";
import type { InstitutionExecution } from "../types/InstitutionExecution";
import { OPENINGS } from "./accountOpenings";
import { visible } from "./rowCondition";

/** How far one institution has come with what one sanction asked for. */
export interface ExecutionRow extends Omit<InstitutionExecution, "institution"> {
  readonly sanctionId: string;
  readonly institutionCode: string;
}

/** An institution's record by its code, with the counts behind its rate. */
export interface AccountRecordRow extends Omit<InstitutionAccountRecord, "involvedPerTenThousand"> {
  readonly institutionCode: string;
  readonly opened: number;
  readonly involved: number;
}

const OPEN = isOpenOrder("o");

/** Figures over orders: what institutions have carried out, undone, and are late with. */
export function createExecutionStore(db: Kysely<unknown>) {
  return {
    async executionsBySanctions(
      sanctionIds: readonly string[],
      filter: RowFilter,
      now: Date,
    ): Promise<ExecutionRow[]> {
      const { rows } = await sql<ExecutionRow>`/* ExecutionStore.executionsBySanctions */
        select o.cause_id as "sanctionId", o.institution as "institutionCode",
          count(*) filter (where o.kind <> 'RESTORE') as issued,
          count(*) filter (where o.kind <> 'RESTORE' and o.delivered_at is not null) as delivered,
          count(*) filter (where o.kind <> 'RESTORE' and o.status = 'EXECUTED') as executed,
          count(*) filter (where o.status = 'REFUSED') as refused,
          count(*) filter (where ${OPEN} and o.due_at < ${now}::timestamptz) as late,
          min(o.due_at) filter (where ${OPEN}) as "nextDueAt",
          max(o.executed_at) filter (where o.kind <> 'RESTORE' and o.status = 'EXECUTED') as "lastExecutedAt",
          count(*) filter (where o.kind = 'RESTORE' and o.status = 'EXECUTED') as restored,
          max(o.executed_at) filter (where o.kind = 'RESTORE' and o.status = 'EXECUTED') as "lastRestoredAt",
          count(*) filter (where o.kind = 'RESTORE' and o.status = 'REFUSED') as "restoreRefused",
          count(*) filter (where o.kind = 'RESTORE' and ${OPEN} and o.due_at < ${now}::timestamptz) as "restoreLate"
        from banking.account_order o
        where o.cause_id = any(${sanctionIds}::text[]) and ${visible(filter, "o")}
        group by o.cause_id, o.institution order by o.institution`.execute(db);
      return rows;
    },

    /** Involvement is counted among all that each has opened, whoever has the accounts now. */
    async recordsByInstitutions(codes: readonly string[], now: Date): Promise<AccountRecordRow[]> {
      const { rows } = await sql<AccountRecordRow>`/* ExecutionStore.recordsByInstitutions */
        with ${OPENINGS}, orders as (
          select o.institution,
            count(*) filter (where ${OPEN} and o.due_at < ${now}::timestamptz) as overdue,
            percentile_cont(0.5) within group (order by extract(epoch from o.executed_at - o.issued_at)::float8 / 3600)
              filter (where o.kind <> 'RESTORE' and o.status = 'EXECUTED') as execute_hours,
            percentile_cont(0.5) within group (order by extract(epoch from o.executed_at - o.issued_at)::float8 / 3600)
              filter (where o.kind = 'RESTORE' and o.status = 'EXECUTED') as restore_hours
          from banking.account_order o where o.institution = any(${codes}::text[]) group by o.institution
        ), accounts as (
          select a.institution, count(*) as opened, count(*) filter (where a.is_involved) as involved
          from opening a where a.institution = any(${codes}::text[]) group by a.institution
        )
        select i.code as "institutionCode", coalesce(o.overdue, 0) as "overdueOrders",
          o.execute_hours as "medianHoursToExecute", o.restore_hours as "medianHoursToRestore",
          coalesce(a.opened, 0) as opened, coalesce(a.involved, 0) as involved
        from banking.institution i
        left join orders o on o.institution = i.code left join accounts a on a.institution = i.code
        where i.code = any(${codes}::text[])`.execute(db);
      return rows;
    },
  };
}
