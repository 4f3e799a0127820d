import { sql, type Kysely } from "kysely";
import type { Case } from "../types/Case";
import { assignedTo } from "./assignedTo";

/** A case as it is opened. */
export interface NewCase {
  readonly number: string;
  readonly title: string;
  readonly authority: string;
  readonly lead: string;
  readonly openedOn: string;
}

/** Changes cases; each method runs inside the caller's transaction. */
export function createCaseWriteStore(tx: Kysely<unknown>) {
  return {
    /** False where the number is taken. */
    async insertCase({ number, title, authority, lead, openedOn }: NewCase): Promise<boolean> {
      const { rows } = await sql`/* CaseWriteStore.insertCase */
        insert into police.case_file (number, title, authority, status, lead, opened_on)
        values (${number}, ${title}, ${authority}, 'OPEN', ${lead}, ${openedOn}::date)
        on conflict (number) do nothing
        returning number`.execute(tx);
      return rows.length > 0;
    },

    /** The case if the officer is assigned to it, held against other changes until the transaction ends. */
    async lockAssignedCase(number: string, officer: string): Promise<Case | null> {
      const { rows } = await sql<Case>`/* CaseWriteStore.lockAssignedCase */
        select c.number, c.title, c.status, c.opened_on as "openedOn", c.closed_on as "closedOn", c.lead,
          c.authority as "authorityCode"
        from police.case_file c
        where c.number = ${number} and ${assignedTo(officer, sql.raw("c.number"))}
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    /** Whoever works on it: an organ above the case's own need not be assigned to it. */
    async findCase(number: string): Promise<Case | null> {
      const { rows } = await sql<Case>`/* CaseWriteStore.findCase */
        select c.number, c.title, c.status, c.opened_on as "openedOn", c.closed_on as "closedOn", c.lead,
          c.authority as "authorityCode"
        from police.case_file c where c.number = ${number}`.execute(tx);
      return rows[0] ?? null;
    },

    async insertOfficers(number: string, officers: readonly string[], at: Date): Promise<void> {
      await sql`/* CaseWriteStore.insertOfficers */
        insert into police.case_officer (officer, case_number, assigned_at)
        select officer, ${number}, ${at}::timestamptz from unnest(${officers}::text[]) as assigned(officer)
        on conflict (officer, case_number) do nothing`.execute(tx);
    },

    async deleteOfficers(number: string, officers: readonly string[]): Promise<void> {
      await sql`/* CaseWriteStore.deleteOfficers */
        delete from police.case_officer
        where case_number = ${number} and officer = any(${officers}::text[])`.execute(tx);
    },

    async updateLead(number: string, lead: string): Promise<void> {
      await sql`/* CaseWriteStore.updateLead */
        update police.case_file set lead = ${lead} where number = ${number}`.execute(tx);
    },

    async insertStage(number: string, name: string, enteredOn: string): Promise<void> {
      await sql`/* CaseWriteStore.insertStage */
        insert into police.case_stage (case_number, name, entered_on)
        values (${number}, ${name}, ${enteredOn}::date)`.execute(tx);
    },

    async closeCase(number: string, officer: string, reason: string, closedOn: string): Promise<void> {
      await sql`/* CaseWriteStore.closeCase */
        update police.case_file
        set status = 'CLOSED', closed_on = ${closedOn}::date, closed_by = ${officer}, closing_reason = ${reason}
        where number = ${number}`.execute(tx);
    },
  };
}

export type CaseWriteStore = ReturnType<typeof createCaseWriteStore>;
