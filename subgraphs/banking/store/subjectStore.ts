import { sql, type Kysely } from "kysely";
import type { IdentityDocument, IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { Sealer } from "../../../schema/contract/sealing";
import type { SubjectKind } from "../../shared/types/enums";
import { SEAL_CONTEXTS } from "../sealContexts";
import { recordset } from "./recordset";

/** A person or unit as it is stored; what is sealed is opened by the resolver that shows it. */
export interface SubjectRow {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly documentType: IdentityDocumentType;
  readonly sealedNumber: string;
  readonly sealedName: string | null;
  readonly legalRepresentativeId: string | null;
}

/** A person or unit as it reaches the store: by token, with what is to be sealed still clear. */
export interface SubjectRecord {
  readonly id: string;
  readonly document: IdentityDocument;
  readonly name: string | null;
  readonly legalRepresentativeId: string | null;
  readonly observedAt: Date;
}

/** Reads and writes the people and units of whom something is held, and who represents whom. */
export function createSubjectStore(db: Kysely<unknown>, sealer: Sealer) {
  return {
    async subjectsByIds(ids: readonly string[]): Promise<SubjectRow[]> {
      const { rows } = await sql<SubjectRow>`/* SubjectStore.subjectsByIds */
        select id, kind, document_type as "documentType", sealed_number as "sealedNumber",
          sealed_name as "sealedName", legal_representative_id as "legalRepresentativeId"
        from banking.subject where id = any(${ids}::text[])`.execute(db);
      return rows;
    },

    async unitsByRepresentatives(
      representativeIds: readonly string[],
    ): Promise<{ readonly representativeId: string; readonly unitId: string }[]> {
      const { rows } = await sql<{
        representativeId: string;
        unitId: string;
      }>`/* SubjectStore.unitsByRepresentatives */
        select representative_id as "representativeId", unit_id as "unitId" from banking.representation
        where representative_id = any(${representativeIds}::text[]) order by unit_id`.execute(db);
      return rows;
    },

    /** A newer record replaces name and representative; one that does not know them leaves them alone. */
    async saveSubjects(records: readonly SubjectRecord[]): Promise<void> {
      if (records.length === 0) return;
      const rows = newestOfEach(records).map(record => sealedRow(record, sealer));
      await sql`/* SubjectStore.saveSubjects */
        insert into banking.subject as s (id, kind, document_type, sealed_number, sealed_name,
          legal_representative_id, observed_at)
        select r.id, r.kind, r."documentType", r."sealedNumber", r."sealedName",
          r."legalRepresentativeId", r."observedAt"
        from ${recordset(
          rows,
          `id text, kind text, "documentType" text, "sealedNumber" text, "sealedName" text,
           "legalRepresentativeId" text, "observedAt" timestamptz`,
        )}
        order by r.id
        on conflict (id) do update set sealed_name = coalesce(excluded.sealed_name, s.sealed_name),
          legal_representative_id = coalesce(excluded.legal_representative_id, s.legal_representative_id),
          observed_at = excluded.observed_at
        where s.observed_at <= excluded.observed_at`.execute(db);
      await saveRepresentations(db, records);
    },
  };
}

/** Of several records of one person the newest counts; what it does not know, one as new may know. */
function newestOfEach(records: readonly SubjectRecord[]): SubjectRecord[] {
  const newest = new Map<string, SubjectRecord>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (known === undefined || known.observedAt < record.observedAt) newest.set(record.id, record);
    else if (known.observedAt.getTime() === record.observedAt.getTime())
      newest.set(record.id, {
        ...known,
        name: known.name ?? record.name,
        legalRepresentativeId: known.legalRepresentativeId ?? record.legalRepresentativeId,
      });
  }
  return [...newest.values()];
}

function sealedRow({ id, document, name, legalRepresentativeId, observedAt }: SubjectRecord, sealer: Sealer) {
  return {
    id,
    kind: document.kind,
    documentType: document.type,
    sealedNumber: sealer.seal(document.number, SEAL_CONTEXTS.subjectNumber(id)),
    sealedName: name === null ? null : sealer.seal(name, SEAL_CONTEXTS.subjectName(id)),
    legalRepresentativeId,
    observedAt,
  };
}

// Former representatives stay: who stood behind a unit when its accounts were used is what an investigation asks.
async function saveRepresentations(db: Kysely<unknown>, records: readonly SubjectRecord[]): Promise<void> {
  const rows = records.flatMap(({ id, legalRepresentativeId }) =>
    legalRepresentativeId === null ? [] : [{ representativeId: legalRepresentativeId, unitId: id }],
  );
  if (rows.length === 0) return;
  await sql`/* SubjectStore.saveRepresentations */
    insert into banking.representation (representative_id, unit_id)
    select distinct r."representativeId", r."unitId"
    from ${recordset(rows, `"representativeId" text, "unitId" text`)}
    order by r."representativeId", r."unitId"
    on conflict do nothing`.execute(db);
}
