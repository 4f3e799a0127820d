import { sql, type Kysely } from "kysely";
import type { Tip } from "../types/Tip";
import type { NewestFirstQuery } from "./newestFirstQuery";

/** Reads tips. No statement of any store reads who gave one (N16-9). */
export function createTipStore(db: Kysely<unknown>) {
  return {
    async listTips({ status, after, limit }: NewestFirstQuery): Promise<Tip[]> {
      const { rows } = await sql<Tip>`/* TipStore.listTips */
        select t.id, t.received_at as "receivedAt", t.status, t.reward_due as "rewardDue",
          t.sealed_content as "sealedContent", t.case_number as "caseNumber"
        from police.tip t
        where (${status}::text is null or t.status = ${status})
          and (${after?.id ?? null}::uuid is null
            or (t.received_at, t.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by t.received_at desc, t.id desc
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
