import { sql, type Kysely } from "kysely";
import { insertRows } from "./table";
import { UNDERTAKING, type UndertakingRecord } from "./tables/undertakingTable";

/** Keeps what holders have confirmed. */
export interface UndertakingStore {
  /** The one confirmed last stands, in whatever order they come; each key at most once in a batch. */
  upsertUndertakings(undertakings: readonly UndertakingRecord[]): Promise<void>;
}

/** The undertakings of one transaction. */
export function createUndertakingStore(db: Kysely<unknown>): UndertakingStore {
  return {
    async upsertUndertakings(undertakings) {
      if (undertakings.length === 0) return;
      await sql`/* UndertakingStore.upsertUndertakings */
        ${insertRows(UNDERTAKING, undertakings)}
        on conflict (subject_id, line_id, kind) do update set
          notice_version = excluded.notice_version,
          notice_digest = excluded.notice_digest,
          acknowledged_at = excluded.acknowledged_at
        where (t.acknowledged_at, t.notice_version, t.notice_digest)
          < (excluded.acknowledged_at, excluded.notice_version, excluded.notice_digest)`.execute(db);
    },
  };
}
