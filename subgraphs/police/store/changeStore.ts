import { sql, type Kysely } from "kysely";
import type { PoliceChange } from "../types/PoliceChange";

/** Reads the police feed as it was numbered for one audience. */
export function createChangeStore(db: Kysely<unknown>) {
  return {
    async changesAfter(audience: string, sequence: number, limit: number): Promise<PoliceChange[]> {
      const { rows } = await sql<PoliceChange>`/* ChangeStore.changesAfter */
        select sequence::text as sequence, at, kind, subject_id as "subjectId", sanction_id as "sanctionId",
          warning_id as "warningId"
        from police.change
        where audience = ${audience} and change.sequence > ${sequence}
        order by change.sequence
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
