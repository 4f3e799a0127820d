import { sql, type Kysely } from "kysely";
import { assignedTo } from "./assignedTo";

/** Two officers stand behind a confirmation: who put the person there, and who leads the case. */
const IS_CONFIRMED = sql.raw(
  "i.standing <> 'WITHDRAWN' and i.confirmed_at is not null and i.confirmed_by <> i.added_by",
);

/** Answers whether a case is a lawful purpose for an officer, and for which people. */
export function createPurposeStore(db: Kysely<unknown>) {
  return {
    /** True while the case is open and the officer assigned to it. */
    async isOpenAndAssigned(caseNumber: string, officer: string): Promise<boolean> {
      const { rows } = await sql<{ number: string }>`/* PurposeStore.isOpenAndAssigned */
        select c.number from police.case_file c
        where c.number = ${caseNumber} and c.status = 'OPEN' and ${assignedTo(officer, sql.raw("c.number"))}`.execute(
        db,
      );
      return rows.length > 0;
    },

    /** Those of the people whom the lead has confirmed as belonging to the officer's open case. */
    async confirmedSubjects(
      caseNumber: string,
      officer: string,
      subjectIds: readonly string[],
    ): Promise<ReadonlySet<string>> {
      const { rows } = await sql<{ subjectId: string }>`/* PurposeStore.confirmedSubjects */
        select distinct i.subject_id as "subjectId"
        from police.case_file c join police.involvement i on i.case_number = c.number
        where c.number = ${caseNumber} and c.status = 'OPEN' and ${assignedTo(officer, sql.raw("c.number"))}
          and i.subject_id = any(${subjectIds}::text[])
          and ${IS_CONFIRMED}`.execute(db);
      return new Set(rows.map(row => row.subjectId));
    },

    /** All whom the lead has confirmed as belonging to a case, open or not. */
    async everyConfirmedSubject(caseNumber: string): Promise<string[]> {
      const { rows } = await sql<{ subjectId: string }>`/* PurposeStore.everyConfirmedSubject */
        select distinct i.subject_id as "subjectId" from police.involvement i
        where i.case_number = ${caseNumber} and i.subject_id is not null and ${IS_CONFIRMED}
        order by 1`.execute(db);
      return rows.map(row => row.subjectId);
    },

    /** True while another officer's leave to look further stands for this officer in this open case. */
    async hasExtendedAccess(caseNumber: string, officer: string, at: Date): Promise<boolean> {
      const { rows } = await sql<{ id: string }>`/* PurposeStore.hasExtendedAccess */
        select a.id from police.access_approval a join police.case_file c on c.number = a.case_number
        where a.officer = ${officer} and a.case_number = ${caseNumber} and a.approved_by <> a.officer
          and a.approved_at <= ${at} and a.expires_at > ${at}
          and c.status = 'OPEN' and ${assignedTo(officer, sql.raw("c.number"))}
        limit 1`.execute(db);
      return rows.length > 0;
    },
  };
}
