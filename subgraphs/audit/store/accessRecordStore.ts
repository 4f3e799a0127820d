import { sql } from "kysely";
import type { Database } from "../../../schema/database/openDatabase";
import { recordset } from "../../shared/store/recordset";
import { mayPersonKnow } from "../rules/mayPersonKnow";
import type { AccessRecordRow } from "./accessRecordRow";

const RECORD_COLUMNS = {
  chain: "text",
  sequence: "bigint",
  kind: "text",
  at: "timestamptz",
  caller: "text",
  institution: "text",
  purpose: "text",
  reference: "text",
  operation: "text",
  subjectIds: "text[]",
  fieldsReturned: "text[]",
  fieldsDenied: "text[]",
  servedFromCache: "text[]",
  outcome: "text",
  ruleVersions: "text[]",
  resultDigest: "text",
  alarmCount: "integer",
  hash: "text",
  released: "boolean",
};
const SUBJECT_COLUMNS = { subjectId: "text", at: "timestamptz", chain: "text", sequence: "bigint" };

/** Keeps the searchable copy of who saw whom. */
export function createAccessRecordStore(database: Database) {
  const { db } = database;
  return {
    /** Takes records in bulk; the same ones again change nothing, so that a delivery can be repeated. */
    async insertRecords(records: readonly AccessRecordRow[]): Promise<void> {
      if (records.length === 0) return;
      const rows = records.map(record => ({ ...record, released: mayPersonKnow(record) }));
      await database.transaction(async tx => {
        await sql`/* AccessRecordStore.insertRecords */
          insert into audit.access_record (chain, sequence, kind, at, caller, institution, purpose, reference, operation,
            subject_ids, fields_returned, fields_denied, served_from_cache, outcome, rule_versions, result_digest, alarm_count,
            hash, released)
          select r.chain, r.sequence, r.kind, r.at, r.caller, r.institution, r.purpose, r.reference, r.operation,
            r."subjectIds", r."fieldsReturned", r."fieldsDenied", r."servedFromCache", r.outcome, r."ruleVersions",
            r."resultDigest", r."alarmCount", r.hash, r.released
          from ${recordset(rows, RECORD_COLUMNS)}
          on conflict do nothing`.execute(tx);
        await sql`/* AccessRecordStore.insertSubjects */
          insert into audit.access_subject (subject_id, at, chain, sequence)
          select r."subjectId", r.at, r.chain, r.sequence
          from ${recordset(records.flatMap(toSubjectRows), SUBJECT_COLUMNS)}
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

function toSubjectRows({ subjectIds, at, chain, sequence }: AccessRecordRow) {
  return [...new Set(subjectIds)].map(subjectId => ({ subjectId, at, chain, sequence }));
}
