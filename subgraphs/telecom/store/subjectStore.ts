import { sql, type Kysely } from "kysely";
import type { IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { SubjectKind } from "../../shared/types/enums";
import { columnsOf, insertRows } from "./table";
import { SUBJECT, type SubjectRecord } from "./tables/subjectTable";

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
  /** What was observed last stands, and what only an earlier report knew is filled in. Each id once in a batch. */
  upsertSubjects(subjects: readonly SubjectRecord[]): Promise<void>;
}

/** The subjects of one database or transaction. */
export function createSubjectStore(db: Kysely<unknown>): SubjectStore {
  return {
    async subjectsByIds(ids) {
      const { rows } = await sql<SubjectRow>`/* SubjectStore.subjectsByIds */
        select ${columnsOf(SUBJECT, "s")} from telecom.subject s where s.id = any(${[...ids]}::text[])`.execute(
        db,
      );
      return rows;
    },

    async upsertSubjects(subjects) {
      if (subjects.length === 0) return;
      await sql`/* SubjectStore.upsertSubjects */
        ${insertRows(SUBJECT, subjects)}
        on conflict (id) do update set
          sealed_name = case when t.observed_at <= excluded.observed_at
            then coalesce(excluded.sealed_name, t.sealed_name) else coalesce(t.sealed_name, excluded.sealed_name) end,
          legal_representative_id = case when t.observed_at <= excluded.observed_at
            then coalesce(excluded.legal_representative_id, t.legal_representative_id)
            else coalesce(t.legal_representative_id, excluded.legal_representative_id) end,
          observed_at = greatest(t.observed_at, excluded.observed_at)`.execute(db);
    },
  };
}
