import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { CaseMember } from "../rules/legalRepLiability";
import type { AccessApproval } from "../types/AccessApproval";
import type { Involvement } from "../types/Involvement";
import { INVOLVEMENT_COLUMNS } from "./involvementStore";
import { keepUuids } from "./keepUuids";

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

/** A person, a line or an account that seems to belong to a case. */
export interface NewInvolvement {
  readonly id: string;
  readonly caseNumber: string;
  readonly role: string;
  readonly conduct: string | null;
  readonly knowing: boolean | null;
  readonly subjectId: string | null;
  readonly lineId: string | null;
  readonly sealedLineNumber: string | null;
  readonly accountId: string | null;
  readonly accountInstitution: string | null;
  readonly reason: string | null;
  readonly addedBy: string;
  readonly markedAt: Date;
}

/** An organ's word on one or more leads. */
export interface Recognition {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  /** The recognised involvement that these follow; null for one recognised by itself. */
  readonly followsId: string | null;
}

/** An involvement with what only the police's own commands need of it. */
export interface LockedInvolvement extends Involvement {
  readonly accountInstitution: string | null;
}

const CASE_SUBJECT_COLUMNS = {
  id: "uuid",
  caseNumber: "text",
  role: "text",
  subjectId: "text",
  reason: "text",
  addedBy: "text",
  markedAt: "timestamptz",
};

/** Changes what belongs to a case; each method runs inside the caller's transaction. */
export function createInvolvementWriteStore(tx: Kysely<unknown>) {
  return {
    async insertCaseSubjects(subjects: readonly NewCaseSubject[]): Promise<void> {
      if (subjects.length === 0) return;
      await sql`/* InvolvementWriteStore.insertCaseSubjects */
        insert into police.involvement (id, case_number, role, standing, subject_id, reason, added_by, marked_at)
        select r.id, r."caseNumber", r.role, 'LEAD', r."subjectId", r.reason, r."addedBy", r."markedAt"
        from ${recordset(subjects, CASE_SUBJECT_COLUMNS)}`.execute(tx);
    },

    async insertInvolvement(one: NewInvolvement): Promise<void> {
      await sql`/* InvolvementWriteStore.insertInvolvement */
        insert into police.involvement (id, case_number, role, standing, subject_id, line_id, sealed_line_number,
          account_id, account_institution, conduct, knowing, reason, added_by, marked_at)
        values (${one.id}::uuid, ${one.caseNumber}, ${one.role}, 'LEAD', ${one.subjectId}, ${one.lineId},
          ${one.sealedLineNumber}, ${one.accountId}, ${one.accountInstitution}, ${one.conduct},
          ${one.knowing}::boolean, ${one.reason}, ${one.addedBy},
          ${one.markedAt})`.execute(tx);
    },

    /** Whoever's case it is in, held until the transaction ends: the command decides who may act on it. */
    async lockInvolvement(id: string): Promise<LockedInvolvement | null> {
      const { rows } = await sql<LockedInvolvement>`/* InvolvementWriteStore.lockInvolvement */
        select ${INVOLVEMENT_COLUMNS}, i.account_institution as "accountInstitution"
        from police.involvement i where i.id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    /** Those of a case who have not been withdrawn, people and units alike. */
    async caseMembers(caseNumber: string): Promise<CaseMember[]> {
      const { rows } = await sql<CaseMember>`/* InvolvementWriteStore.caseMembers */
        select i.id, i.role, i.standing, i.subject_id as "subjectId", s.kind,
          coalesce(i.account_id, i.line_id) is not null as "hasHolding"
        from police.involvement i left join police.subject s on s.id = i.subject_id
        where i.case_number = ${caseNumber} and i.subject_id is not null and i.standing <> 'WITHDRAWN'
        order by i.marked_at, i.id`.execute(tx);
      return rows;
    },

    async recognise(ids: readonly string[], { by, on, reason, followsId }: Recognition): Promise<void> {
      await sql`/* InvolvementWriteStore.recognise */
        update police.involvement
        set standing = 'RECOGNISED', recognised_by = ${by}, recognised_on = ${on}::date,
          recognition_reason = ${reason}, follows_id = ${followsId}::uuid
        where id = any(${ids}::uuid[])`.execute(tx);
    },

    /** The involvement and those recognised because of it. */
    async withdraw(id: string, by: string, reason: string, at: Date): Promise<void> {
      await sql`/* InvolvementWriteStore.withdraw */
        update police.involvement
        set standing = 'WITHDRAWN', withdrawn_by = ${by}, withdrawn_at = ${at}, withdrawal_reason = ${reason}
        where (id = ${id}::uuid or follows_id = ${id}::uuid) and standing <> 'WITHDRAWN'`.execute(tx);
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

export type InvolvementWriteStore = ReturnType<typeof createInvolvementWriteStore>;
