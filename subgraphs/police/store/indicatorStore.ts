import { sql, type Kysely } from "kysely";
import type { Indicator } from "../types/Indicator";
import { keepUuids } from "./keepUuids";
import type { NewestFirstQuery } from "./newestFirstQuery";

const COLUMNS = sql.raw(
  `i.id, i.kind, i.status, i.value, i.recorded_at as "recordedAt", i.case_number as "caseNumber"`,
);

/** Reads what is to be blocked or shut (N16-4, N16-6). */
export function createIndicatorStore(db: Kysely<unknown>) {
  return {
    async listIndicators({ status, after, limit }: NewestFirstQuery): Promise<Indicator[]> {
      const { rows } = await sql<Indicator>`/* IndicatorStore.listIndicators */
        select ${COLUMNS} from police.indicator i
        where (${status}::text is null or i.status = ${status})
          and (${after?.id ?? null}::uuid is null
            or (i.recorded_at, i.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by i.recorded_at desc, i.id desc
        limit ${limit}`.execute(db);
      return rows;
    },

    async indicatorsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Indicator>> {
      const { rows } = await sql<Indicator>`/* IndicatorStore.indicatorsByIds */
        select ${COLUMNS} from police.indicator i where i.id = any(${keepUuids(ids)}::uuid[])`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },
  };
}
