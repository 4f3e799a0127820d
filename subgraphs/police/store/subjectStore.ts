import { sql, type Kysely } from "kysely";
import type { IdentityDocument } from "../../../schema/contract/identityDocument";
import type { Sealer } from "../../../schema/contract/sealing";
import { recordset } from "../../shared/store/recordset";

/** A person or unit as it reaches the store: by token, with what is to be sealed still clear. */
export interface SubjectRecord {
  readonly id: string;
  readonly document: IdentityDocument;
  readonly name: string | null;
}

const COLUMNS = {
  id: "text",
  kind: "text",
  documentType: "text",
  issuingCountry: "text",
  sealedNumber: "text",
  sealedName: "text",
};

/** Writes the people and units of whom the police hold something; number and name are sealed on the way in. */
export function createSubjectStore(tx: Kysely<unknown>, sealer: Sealer) {
  return {
    /** What is known already stays: the token says that it is the same document. */
    async upsertSubjects(subjects: readonly SubjectRecord[]): Promise<void> {
      if (subjects.length === 0) return;
      const rows = subjects.map(({ id, document, name }) => ({
        id,
        kind: document.kind,
        documentType: document.type,
        issuingCountry: document.issuingCountry,
        sealedNumber: sealer.seal(document.number, `police.subject.number|${id}`),
        sealedName: name === null ? null : sealer.seal(name, `police.subject.name|${id}`),
      }));
      await sql`/* SubjectStore.upsertSubjects */
        insert into police.subject (id, kind, document_type, issuing_country, sealed_number, sealed_name)
        select r.id, r.kind, r."documentType", r."issuingCountry", r."sealedNumber", r."sealedName"
        from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(tx);
    },
  };
}

export type SubjectStore = ReturnType<typeof createSubjectStore>;
