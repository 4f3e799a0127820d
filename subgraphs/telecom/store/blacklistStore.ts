import { sql, type Kysely } from "kysely";
import type { RowFilter } from "../rowFilter";
import type { BlacklistEntry } from "../types/BlacklistEntry";
import { visible } from "./rowCondition";
import { columnsOf, insertRows, rowsOf } from "./table";
import { BLACKLIST_ENTRY, type BlacklistRecord } from "./tables/blacklistTable";

/** A blacklist entry as the store hands it out. */
export interface BlacklistRow extends BlacklistEntry {
  readonly subjectId: string;
  readonly carrier: string;
}

/** Reads and adds blacklist entries. */
export interface BlacklistStore {
  entriesBySubjects(subjectIds: readonly string[], filter: RowFilter): Promise<BlacklistRow[]>;
  entriesByIds(ids: readonly string[], filter: RowFilter): Promise<BlacklistRow[]>;
  /** Does, or did, this person hold a line at the carrier? Two that list them at once wait for each other. */
  lockHolder(subjectId: string, carrier: string): Promise<boolean>;
  /** False where somebody has lifted the entry, also in this moment. */
  liftEntry(entry: Pick<BlacklistRow, "subjectId" | "id">, at: Date, reason: string): Promise<boolean>;
  /** Adds those whose id is new. */
  insertEntries(entries: readonly BlacklistRecord[]): Promise<void>;
}

/** The blacklists of one database or transaction. */
export function createBlacklistStore(db: Kysely<unknown>): BlacklistStore {
  return {
    async entriesBySubjects(subjectIds, filter) {
      const { rows } = await sql<BlacklistRow>`/* BlacklistStore.entriesBySubjects */
        select ${columnsOf(BLACKLIST_ENTRY, "b")} from telecom.blacklist_entry b
        where b.subject_id = any(${[...subjectIds]}::text[]) and ${visible(filter, "b")}
        order by b.starts_on desc, b.id`.execute(db);
      return rows;
    },

    async entriesByIds(ids, filter) {
      const located = await sql<{ subjectId: string }>`/* BlacklistStore.entriesByIds: directory */
        select distinct subject_id as "subjectId" from telecom.blacklist_directory
        where id = any(${[...ids]}::text[])`.execute(db);
      if (located.rows.length === 0) return [];
      const { rows } = await sql<BlacklistRow>`/* BlacklistStore.entriesByIds */
        select ${columnsOf(BLACKLIST_ENTRY, "b")} from telecom.blacklist_entry b
        where b.subject_id = any(${located.rows.map(row => row.subjectId)}::text[])
          and b.id = any(${[...ids]}::text[]) and ${visible(filter, "b")}`.execute(db);
      return rows;
    },

    async lockHolder(subjectId, carrier) {
      const { rows } = await sql`/* BlacklistStore.lockHolder */
        select l.id from telecom.line l where l.subject_id = ${subjectId} and l.carrier = ${carrier}
        order by l.id for update`.execute(db);
      // Where the record was corrected since, nothing of the time before is left: that was never this holder's.
      const former = await sql`/* BlacklistStore.lockHolder: former */
        select l.line_id from telecom.former_line l
        where l.subject_id = ${subjectId} and l.carrier = ${carrier} and l.ended_on > l.registered_on
        order by l.line_id, l.registered_on for update`.execute(db);
      return rows.length + former.rows.length > 0;
    },

    async liftEntry({ subjectId, id }, at, reason) {
      const { rows } = await sql`/* BlacklistStore.liftEntry */
        update telecom.blacklist_entry set lifted_at = ${at}::timestamptz, lift_reason = ${reason}
        where subject_id = ${subjectId} and id = ${id} and lifted_at is null returning id`.execute(db);
      return rows.length > 0;
    },

    async insertEntries(entries) {
      if (entries.length === 0) return;
      await sql`/* BlacklistStore.insertEntries: directory */
        insert into telecom.blacklist_directory (id, subject_id)
        select r.id, r."subjectId" from ${rowsOf(BLACKLIST_ENTRY, entries)}
        order by r.id on conflict (id) do nothing`.execute(db);
      await sql`/* BlacklistStore.insertEntries */
        ${insertRows(BLACKLIST_ENTRY, entries)} on conflict (subject_id, id) do nothing`.execute(db);
    },
  };
}
