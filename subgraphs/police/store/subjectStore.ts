import { sql, type Kysely } from "kysely";
import type { IdentityDocument } from "../../../schema/contract/identityDocument";
import type { Sealer } from "../../../schema/contract/sealing";

/** A person or unit as it reaches the store: by token, with what is to be sealed still clear. */
export interface SubjectRecord {
  readonly id: string;
  readonly document: IdentityDocument;
  readonly name: string | null;
}

/** Writes the people and units of whom the police hold something; number and name are sealed on the way in. */
export function createSubjectStore(tx: Kysely<unknown>, sealer: Sealer) {
  return {
    /** What is known already stays: the token says that it is the same document. */
    async upsertSubjects(subjects: readonly SubjectRecord[]): Promise<void> {
      if (subjects.length === 0) return;
      const rows = subjects.map(({ id, document, name }) => ({
        id,
        kind: document.kind,
        document_type: document.type,
        issuing_country: document.issuingCountry,
        sealed_number: sealer.seal(document.number, `police.subject.number|${id}`),
        sealed_name: name === null ? null : sealer.seal(name, `police.subject.name|${id}`),
      }));
      await sql`/* SubjectStore.upsertSubjects */
        insert into police.subject (id, kind, document_type, issuing_country, sealed_number, sealed_name)
        select id, kind, document_type, issuing_country, sealed_number, sealed_name
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, kind text, document_type text,
          issuing_country text, sealed_number text, sealed_name text)
        on conflict (id) do nothing`.execute(tx);
    },
  };
}

export type SubjectStore = ReturnType<typeof createSubjectStore>;
