import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";
import type { SubjectRecord } from "../subjects/subjectRecord";
import { recordset, type RecordColumns } from "./recordset";

const COLUMNS: RecordColumns = {
  id: "text",
  kind: "text",
  documentType: "text",
  sealedNumber: "text",
  sealedName: "text",
  nameObservedAt: "timestamptz",
  nameMark: "text",
  legalRepresentativeId: "text",
  representativeObservedAt: "timestamptz",
};

// Byte by byte, as the batches themselves are compared.
const IS_LATER_NAME = sql`(excluded.sealed_name is not null and (t.sealed_name is null
  or (excluded.name_observed_at, excluded.name_mark collate "C") > (t.name_observed_at, t.name_mark)))`;
const IS_LATER_REPRESENTATIVE = sql`(excluded.legal_representative_id is not null and (
  t.legal_representative_id is null or (excluded.representative_observed_at,
    excluded.legal_representative_id collate "C") > (t.representative_observed_at, t.legal_representative_id)))`;

/**
 * Saves whom reports name, each id once in a batch. Of name and representative each the one observed last stands; a
 * report that does not know them leaves them alone.
 */
export async function upsertSubjects(
  db: Kysely<unknown>,
  store: StoreName,
  records: readonly SubjectRecord[],
): Promise<void> {
  if (records.length === 0) return;
  // In the order of their ids, so that two batches lock common rows in the same order and never wait for each other.
  await sql`/* SubjectStore.upsertSubjects */
    insert into ${sql.id(store, "subject")} as t (id, kind, document_type, sealed_number, sealed_name,
      name_observed_at, name_mark, legal_representative_id, representative_observed_at)
    select r.id, r.kind, r."documentType", r."sealedNumber", r."sealedName", r."nameObservedAt", r."nameMark",
      r."legalRepresentativeId", r."representativeObservedAt"
    from ${recordset(records, COLUMNS)} order by r.id
    on conflict (id) do update set
      sealed_name = case when ${IS_LATER_NAME} then excluded.sealed_name else t.sealed_name end,
      name_observed_at = case when ${IS_LATER_NAME} then excluded.name_observed_at else t.name_observed_at end,
      name_mark = case when ${IS_LATER_NAME} then excluded.name_mark else t.name_mark end,
      legal_representative_id = case when ${IS_LATER_REPRESENTATIVE} then excluded.legal_representative_id
        else t.legal_representative_id end,
      representative_observed_at = case when ${IS_LATER_REPRESENTATIVE} then excluded.representative_observed_at
        else t.representative_observed_at end
    where ${IS_LATER_NAME} or ${IS_LATER_REPRESENTATIVE}`.execute(db);
}
