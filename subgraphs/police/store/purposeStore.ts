import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import { assignedTo } from "./assignedTo";

/** Two officers stand behind a confirmation: who put the person there, and who leads the case. */
const isConfirmed = (row: string) =>
  sql.raw(
    `${row}.standing <> 'WITHDRAWN' and ${row}.confirmed_at is not null and ${row}.confirmed_by <> ${row}.added_by`,
  );
const IS_CONFIRMED = isConfirmed("i");

/** A case with people whose looks for it they may know of. */
export interface ReleasedCase {
  readonly caseNumber: string;
  readonly subjectIds: string[];
}

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
        select asked.id as "subjectId" from unnest(${someTexts(subjectIds)}) as asked(id)
        cross join lateral (
          select 1 from police.involvement i
          where i.subject_id = asked.id and i.case_number = ${caseNumber} and ${IS_CONFIRMED}
          limit 1
        ) confirmed
        where exists (select from police.case_file c where c.number = ${caseNumber} and c.status = 'OPEN')
          and ${assignedTo(officer, sql`${caseNumber}`)}`.execute(db);
      return new Set(rows.map(row => row.subjectId));
    },

    /**
     * Those confirmed in a case whom no other open case knows, and with it the closed ones that had to leave them out
     * because this one was open.
     */
    async releasedWith(caseNumber: string): Promise<ReleasedCase[]> {
      const { rows } = await sql<ReleasedCase>`/* PurposeStore.releasedWith */
        select i.case_number as "caseNumber", array_agg(distinct i.subject_id order by i.subject_id) as "subjectIds"
        from police.involvement i join police.case_file c on c.number = i.case_number
        where (c.number = ${caseNumber} or c.status = 'CLOSED') and ${IS_CONFIRMED}
          and i.subject_id in (select own.subject_id from police.involvement own
            where own.case_number = ${caseNumber} and ${isConfirmed("own")})
          and not exists (select from police.involvement other join police.case_file o on o.number = other.case_number
            where other.subject_id = i.subject_id and o.number <> ${caseNumber} and o.status = 'OPEN'
              and ${isConfirmed("other")})
        group by i.case_number order by i.case_number`.execute(db);
      return rows;
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
