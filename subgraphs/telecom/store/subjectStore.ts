import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { IdentityDocumentType } from "../../../schema/contract/identityDocument";
import { upsertSubjects } from "../../shared/store/upsertSubjects";
import type { SubjectRecord } from "../../shared/subjects/subjectRecord";
import type { SubjectKind } from "../../shared/types/enums";

/** A person or unit as stored; number and name are sealed. */
export interface SubjectRow {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly documentType: IdentityDocumentType;
  readonly sealedNumber: string;
  readonly sealedName: string | null;
}

/** The people and units of whom a carrier holds something. */
export interface SubjectStore {
  subjectsByIds(ids: readonly string[]): Promise<SubjectRow[]>;
  /** See the shared `upsertSubjects`. */
  upsertSubjects(subjects: readonly SubjectRecord[]): Promise<void>;
}

/** The subjects of one database or transaction. */
export function createSubjectStore(db: Kysely<unknown>): SubjectStore {
  return {
    async subjectsByIds(ids) {
      const { rows } = await sql<SubjectRow>`/* SubjectStore.subjectsByIds */
        select s.id, s.kind, s.document_type as "documentType", s.sealed_number as "sealedNumber",
          s.sealed_name as "sealedName"
        from telecom.subject s where s.id = any(${someTexts(ids)})`.execute(db);
      return rows;
    },

    upsertSubjects: subjects => upsertSubjects(db, "telecom", subjects),
  };
}
