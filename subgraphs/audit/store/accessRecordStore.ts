import { sql } from "kysely";
import type { Database } from "../../../schema/database/openDatabase";
import { mayPersonKnow } from "../rules/mayPersonKnow";
import type { AccessRecordRow } from "./accessRecordRow";

/** Keeps the searchable copy of who saw whom. */
export function createAccessRecordStore(database: Database) {
  const { db } = database;
  return {
    /** Takes records in bulk; the same ones again change nothing, so that a delivery can be repeated. */
    async insertRecords(records: readonly AccessRecordRow[]): Promise<void> {
      if (records.length === 0) return;
      await database.transaction(async tx => {
        await sql`/* AccessRecordStore.insertRecords */
          insert into audit.access_record (chain, sequence, kind, at, caller, institution, purpose, reference, operation,
            subject_ids, fields_returned, fields_denied, served_from_cache, outcome, rule_versions, result_digest, alarm_count,
            hash, released)
          select chain, sequence, kind, at, caller, institution, purpose, reference, operation, subject_ids,
            fields_returned, fields_denied, served_from_cache, outcome, rule_versions, result_digest, alarm_count, hash,
            released
          from json_to_recordset(${JSON.stringify(records.map(toRow))}::json) as r(chain text, sequence bigint, kind text,
            at timestamptz, caller text, institution text, purpose text, reference text, operation text,
            subject_ids text[], fields_returned text[], fields_denied text[], served_from_cache text[], outcome text,
            rule_versions text[], result_digest text, alarm_count integer, hash text, released boolean)
          on conflict do nothing`.execute(tx);
        await sql`/* AccessRecordStore.insertSubjects */
          insert into audit.access_subject (subject_id, at, chain, sequence)
          select subject_id, at, chain, sequence
          from json_to_recordset(${JSON.stringify(records.flatMap(toSubjectRows))}::json) as s(subject_id text,
            at timestamptz, chain text, sequence bigint)
          on conflict do nothing`.execute(tx);
      });
    },

    /** The last record held of each chain; a chain of which none is held is absent. */
    async lastSequencesOf(chains: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const { rows } = await sql<{ chain: string; last: number }>`/* AccessRecordStore.lastSequencesOf */
        select chain, max(sequence) as last from audit.access_record
        where chain = any(${chains}::text[])
        group by chain`.execute(db);
      return new Map(rows.map(row => [row.chain, row.last]));
    },
  };
}

function toRow(record: AccessRecordRow) {
  return {
    chain: record.chain,
    sequence: record.sequence,
    kind: record.kind,
    at: record.at,
    caller: record.caller,
    institution: record.institution,
    purpose: record.purpose,
    reference: record.reference,
    operation: record.operation,
    subject_ids: record.subjectIds,
    fields_returned: record.fieldsReturned,
    fields_denied: record.fieldsDenied,
    served_from_cache: record.servedFromCache,
    outcome: record.outcome,
    rule_versions: record.ruleVersions,
    result_digest: record.resultDigest,
    alarm_count: record.alarmCount ?? null,
    hash: record.hash,
    released: mayPersonKnow(record),
  };
}

function toSubjectRows({ subjectIds, at, chain, sequence }: AccessRecordRow) {
  return [...new Set(subjectIds)].map(subject_id => ({ subject_id, at, chain, sequence }));
}
