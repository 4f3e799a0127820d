import { sql, type Kysely } from "kysely";
import type { Warning } from "../types/Warning";
import { keepUuids } from "./keepUuids";

/** What a region is concerned by: warnings for it, for what it lies in, and for what lies in it. */
export interface RegionScope {
  readonly enclosing: readonly string[];
  readonly from: string;
  readonly to: string;
}

const COLUMNS = sql.raw(`w.id, w.title, w.body, w.regions, w.published_at as "publishedAt"`);

/** Reads public warnings (N16-8). */
export function createWarningStore(db: Kysely<unknown>) {
  return {
    /** Newest first; those for the whole country belong to every region. */
    async listWarnings(scope: RegionScope | null, limit: number): Promise<Warning[]> {
      const { rows } = await sql<Warning>`/* WarningStore.listWarnings */
        select ${COLUMNS} from police.warning w
        where ${scope === null}::boolean or cardinality(w.regions) = 0
          or exists (select 1 from unnest(w.regions) as named(region)
            where named.region = any(${scope?.enclosing ?? []}::text[])
              or named.region between ${scope?.from ?? ""} and ${scope?.to ?? ""})
        order by w.published_at desc, w.id desc
        limit ${limit}`.execute(db);
      return rows;
    },

    async warningsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Warning>> {
      const { rows } = await sql<Warning>`/* WarningStore.warningsByIds */
        select ${COLUMNS} from police.warning w where w.id = any(${keepUuids(ids)}::uuid[])`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },
  };
}
