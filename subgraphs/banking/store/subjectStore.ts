import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { SubgraphKeys } from "../../shared/requestContext";
import { upsertSubjects } from "../../shared/store/upsertSubjects";
import type { SubjectSighting } from "../../shared/subjects/subjectRecord";
import { toSubjectRecords } from "../../shared/subjects/toSubjectRecords";
import type { SubjectKind } from "../../shared/types/enums";
import { SEAL_CONTEXTS } from "../sealContexts";
import { recordset } from "../../shared/store/recordset";

/** A person or unit as it is stored; what is sealed is opened by the resolver that shows it. */
export interface SubjectRow {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly documentType: IdentityDocumentType;
  readonly sealedNumber: string;
  readonly sealedName: string | null;
  readonly legalRepresentativeId: string | null;
}

/** Reads and writes the people and units of whom something is held, and who represents whom. */
export function createSubjectStore(db: Kysely<unknown>, keys: SubgraphKeys) {
  return {
    async subjectsByIds(ids: readonly string[]): Promise<SubjectRow[]> {
      const { rows } = await sql<SubjectRow>`/* SubjectStore.subjectsByIds */
        select id, kind, document_type as "documentType", sealed_number as "sealedNumber",
          sealed_name as "sealedName", legal_representative_id as "legalRepresentativeId"
        from banking.subject where id = any(${someTexts(ids)})`.execute(db);
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

    /** See the shared `upsertSubjects`. */
    async saveSubjects(sightings: readonly SubjectSighting[]): Promise<void> {
      await upsertSubjects(db, "banking", toSubjectRecords(sightings, keys, SEAL_CONTEXTS));
      await saveRepresentations(db, sightings);
    },
  };
}

// Former representatives stay: who stood behind a unit when its accounts were used is what an investigation asks.
async function saveRepresentations(
  db: Kysely<unknown>,
  sightings: readonly SubjectSighting[],
): Promise<void> {
  const rows = sightings.flatMap(({ id, legalRepresentativeId }) =>
    legalRepresentativeId === null ? [] : [{ representativeId: legalRepresentativeId, unitId: id }],
  );
  if (rows.length === 0) return;
  await sql`/* SubjectStore.saveRepresentations */
    insert into banking.representation (representative_id, unit_id)
    select distinct r."representativeId", r."unitId"
    from ${recordset(rows, { representativeId: "text", unitId: "text" })}
    order by r."representativeId", r."unitId"
    on conflict do nothing`.execute(db);
}
