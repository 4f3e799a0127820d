import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { Involvement } from "../types/Involvement";
import { assignedTo } from "./assignedTo";
import { keepUuids } from "./keepUuids";
import type { MomentPosition } from "./momentPosition";

/** An involvement as its type has it, of a row named `i`. */
export const INVOLVEMENT_COLUMNS =
  sql.raw(`i.id, i.role, i.standing, i.confirmed_at as "confirmedAt", i.conduct, i.knowing,
  i.recognised_on as "recognisedOn", i.marked_at as "markedAt", i.withdrawn_at as "withdrawnAt",
  i.case_number as "caseNumber", i.subject_id as "subjectId", i.line_id as "lineId",
  i.sealed_line_number as "sealedLineNumber", i.account_id as "accountId",
  i.recognised_by as "recognisingAuthority", i.added_by as "addedBy"`);
const CASE_NUMBER = sql.raw("i.case_number");

/** Reads what belongs to cases; rows of cases that the officer is not assigned to are absent. */
export function createInvolvementStore(db: Kysely<unknown>) {
  return {
    async involvementsByIds(
      ids: readonly string[],
      officer: string,
    ): Promise<ReadonlyMap<string, Involvement>> {
      const { rows } = await sql<Involvement>`/* InvolvementStore.involvementsByIds */
        select ${INVOLVEMENT_COLUMNS} from police.involvement i
        where i.id = any(${keepUuids(ids)}::uuid[]) and ${assignedTo(officer, CASE_NUMBER)}`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },

    async involvementsOfSubjects(subjectIds: readonly string[], officer: string): Promise<Involvement[]> {
      const { rows } = await sql<Involvement>`/* InvolvementStore.involvementsOfSubjects */
        select ${INVOLVEMENT_COLUMNS} from police.involvement i
        where i.subject_id = any(${someTexts(subjectIds)}) and ${assignedTo(officer, CASE_NUMBER)}
        order by i.marked_at, i.id`.execute(db);
      return rows;
    },

    async involvementsOfLines(lineIds: readonly string[], officer: string): Promise<Involvement[]> {
      const { rows } = await sql<Involvement>`/* InvolvementStore.involvementsOfLines */
        select ${INVOLVEMENT_COLUMNS} from police.involvement i
        where i.line_id = any(${lineIds}::text[]) and ${assignedTo(officer, CASE_NUMBER)}
        order by i.marked_at, i.id`.execute(db);
      return rows;
    },

    async involvementsOfAccounts(accountIds: readonly string[], officer: string): Promise<Involvement[]> {
      const { rows } = await sql<Involvement>`/* InvolvementStore.involvementsOfAccounts */
        select ${INVOLVEMENT_COLUMNS} from police.involvement i
        where i.account_id = any(${accountIds}::text[]) and ${assignedTo(officer, CASE_NUMBER)}
        order by i.marked_at, i.id`.execute(db);
      return rows;
    },

    /** The next so many of each case, in one statement however many cases there are. */
    async pagesOfCases(
      caseNumbers: readonly string[],
      officer: string,
      after: MomentPosition | null,
      limit: number,
    ): Promise<Involvement[]> {
      const { rows } = await sql<Involvement>`/* InvolvementStore.pagesOfCases */
        select ${INVOLVEMENT_COLUMNS} from unnest(${caseNumbers}::text[]) as asked(number)
        cross join lateral (
          select * from police.involvement one
          where one.case_number = asked.number
            and (${after?.id ?? null}::uuid is null
              or (one.marked_at, one.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
          order by one.marked_at, one.id
          limit ${limit}
        ) i
        where ${assignedTo(officer, CASE_NUMBER)}
        order by i.case_number, i.marked_at, i.id`.execute(db);
      return rows;
    },
  };
}
