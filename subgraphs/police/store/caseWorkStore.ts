import { sql, type Kysely } from "kysely";
import type { StopPayment } from "../types/StopPayment";
import type { Surrender } from "../types/Surrender";
import { assignedTo } from "./assignedTo";
import { keepUuids } from "./keepUuids";

/** Reads what was done in a case besides involvements: surrenders and stop-payments. */
export function createCaseWorkStore(db: Kysely<unknown>) {
  return {
    async surrendersOfCases(caseNumbers: readonly string[]): Promise<Surrender[]> {
      const { rows } = await sql<Surrender>`/* CaseWorkStore.surrendersOfCases */
        select case_number as "caseNumber", subject_id as "subjectId", surrendered_on as "surrenderedOn", confessed,
          exposed_others as "exposedOthers"
        from police.surrender
        where case_number = any(${caseNumbers}::text[])
        order by surrendered_on, id`.execute(db);
      return rows;
    },

    async stopPaymentsOfCases(caseNumbers: readonly string[]): Promise<StopPayment[]> {
      const { rows } = await sql<StopPayment>`/* CaseWorkStore.stopPaymentsOfCases */
        select ${STOP_PAYMENT} from police.stop_payment s
        where s.case_number = any(${caseNumbers}::text[])
        order by s.starts_at, s.id`.execute(db);
      return rows;
    },

    async stopPaymentsByIds(
      ids: readonly string[],
      officer: string,
    ): Promise<ReadonlyMap<string, StopPayment>> {
      const { rows } = await sql<StopPayment>`/* CaseWorkStore.stopPaymentsByIds */
        select ${STOP_PAYMENT} from police.stop_payment s
        where s.id = any(${keepUuids(ids)}::uuid[]) and ${assignedTo(officer, sql.raw("s.case_number"))}`.execute(
        db,
      );
      return new Map(rows.map(row => [row.id, row]));
    },
  };
}

const STOP_PAYMENT = sql.raw(
  `s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.sequence, s.mismatched_at as "mismatchedAt", s.account_id as "accountId", s.case_number as "caseNumber"`,
);
