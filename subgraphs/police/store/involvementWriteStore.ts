import { sql, type Kysely } from "kysely";
import type { AccessApproval } from "../types/AccessApproval";

/** A person put into a case; a lead until an organ recognises it, and nobody's purpose until confirmed. */
export interface NewCaseSubject {
  readonly id: string;
  readonly caseNumber: string;
  readonly subjectId: string;
  readonly role: string;
  readonly reason: string | null;
  readonly addedBy: string;
  readonly markedAt: Date;
}

/** Changes what belongs to a case; each method runs inside the caller's transaction. */
export function createInvolvementWriteStore(tx: Kysely<unknown>) {
  return {
    async insertCaseSubjects(subjects: readonly NewCaseSubject[]): Promise<void> {
      if (subjects.length === 0) return;
      await sql`/* InvolvementWriteStore.insertCaseSubjects */
        insert into police.involvement (id, case_number, role, standing, subject_id, reason, added_by, marked_at)
        select id, case_number, role, 'LEAD', subject_id, reason, added_by, marked_at
        from json_to_recordset(${JSON.stringify(subjects.map(toRow))}::json) as r(id uuid, case_number text, role text,
          subject_id text, reason text, added_by text, marked_at timestamptz)`.execute(tx);
    },

    /** Null in both takes a confirmation back. */
    async updateConfirmation(
      id: string,
      confirmedBy: string | null,
      confirmedAt: Date | null,
    ): Promise<void> {
      await sql`/* InvolvementWriteStore.updateConfirmation */
        update police.involvement set confirmed_by = ${confirmedBy}, confirmed_at = ${confirmedAt}::timestamptz
        where id = ${id}::uuid`.execute(tx);
    },

    async insertApproval(approval: AccessApproval, approvedBy: string): Promise<void> {
      await sql`/* InvolvementWriteStore.insertApproval */
        insert into police.access_approval (id, case_number, officer, approved_by, reason, approved_at, expires_at)
        values (${approval.id}::uuid, ${approval.caseNumber}, ${approval.officer}, ${approvedBy},
          ${approval.reason}, ${approval.approvedAt}, ${approval.expiresAt})`.execute(tx);
    },
  };
}

function toRow(subject: NewCaseSubject) {
  return {
    id: subject.id,
    case_number: subject.caseNumber,
    role: subject.role,
    subject_id: subject.subjectId,
    reason: subject.reason,
    added_by: subject.addedBy,
    marked_at: subject.markedAt,
  };
}

export type InvolvementWriteStore = ReturnType<typeof createInvolvementWriteStore>;
