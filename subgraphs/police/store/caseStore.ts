import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import { assignedTo } from "./assignedTo";
import type { Case } from "../types/Case";

/** A stage as stored. */
export interface CaseStageRow {
  readonly caseNumber: string;
  readonly name: string;
  readonly enteredOn: string;
}

/** Who is assigned to a case. */
export interface CaseOfficerRow {
  readonly caseNumber: string;
  readonly officer: string;
}

interface CaseQuery {
  readonly officer: string;
  readonly status: string | null;
  readonly openedUntil: string | null;
  readonly after: { readonly openedOn: string; readonly number: string } | null;
  readonly limit: number;
}

const COLUMNS = sql.raw(
  `c.number, c.title, c.status, c.opened_on as "openedOn", c.closed_on as "closedOn", c.lead, c.authority as "authorityCode"`,
);

/** Reads cases; none without the officer who asks, so that a stranger's case is never even fetched. */
export function createCaseStore(db: Kysely<unknown>) {
  return {
    async assignedCases(numbers: readonly string[], officer: string): Promise<ReadonlyMap<string, Case>> {
      const { rows } = await sql<Case>`/* CaseStore.assignedCases */
        select ${COLUMNS} from police.case_file c
        where c.number = any(${someTexts(numbers)}) and ${assignedTo(officer, sql.raw("c.number"))}`.execute(
        db,
      );
      return new Map(rows.map(row => [row.number, row]));
    },

    /** Newest first. */
    async listCases({ officer, status, openedUntil, after, limit }: CaseQuery): Promise<Case[]> {
      const { rows } = await sql<Case>`/* CaseStore.listCases */
        select ${COLUMNS} from police.case_officer o join police.case_file c on c.number = o.case_number
        where o.officer = ${officer}
          and (${status}::text is null or c.status = ${status})
          and (${openedUntil}::date is null or c.opened_on <= ${openedUntil}::date)
          and (${after?.openedOn ?? null}::date is null
            or (c.opened_on, c.number) < (${after?.openedOn ?? null}::date, ${after?.number ?? null}))
        order by c.opened_on desc, c.number desc
        limit ${limit}`.execute(db);
      return rows;
    },

    async officersOfCases(numbers: readonly string[]): Promise<CaseOfficerRow[]> {
      const { rows } = await sql<CaseOfficerRow>`/* CaseStore.officersOfCases */
        select case_number as "caseNumber", officer from police.case_officer
        where case_number = any(${numbers}::text[])
        order by case_number, assigned_at, officer`.execute(db);
      return rows;
    },

    async stagesOfCases(numbers: readonly string[]): Promise<CaseStageRow[]> {
      const { rows } = await sql<CaseStageRow>`/* CaseStore.stagesOfCases */
        select case_number as "caseNumber", name, entered_on as "enteredOn" from police.case_stage
        where case_number = any(${numbers}::text[])
        order by case_number, entered_on`.execute(db);
      return rows;
    },
  };
}
