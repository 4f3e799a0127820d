import { sql, type Kysely } from "kysely";
import type { AlarmKind } from "../types/AlarmKind";
import type { RecordQuery } from "./lookStore";

/** An alarm and its place in the chain, which is what names it. */
export interface AlarmRow {
  readonly chain: string;
  readonly sequence: number;
  readonly kind: AlarmKind;
  readonly at: Date;
  readonly caller: string | null;
  readonly institution: string | null;
  readonly subjectId: string | null;
  readonly count: number;
}

/** Which alarms an auditor asks for. */
export type AlarmQuery = Pick<RecordQuery, "from" | "to" | "after" | "limit">;

/** Finds the alarms among the records: chained like every other, none can be taken out unnoticed. */
export function createAlarmStore(db: Kysely<unknown>) {
  return {
    /** Newest first. */
    async listAlarms({ from, to, after, limit }: AlarmQuery): Promise<AlarmRow[]> {
      const { rows } = await sql<AlarmRow>`/* AlarmStore.listAlarms */
        select chain, sequence, outcome as kind, at, nullif(caller, '') as caller,
          nullif(institution, '') as institution, subject_ids[1] as "subjectId", alarm_count as count
        from audit.access_record r
        where r.kind = 'ALARM' and r.at >= ${from} and r.at < ${to}
          and (${after?.at ?? null}::timestamptz is null or (r.at, r.chain, r.sequence)
            < (${after?.at ?? null}::timestamptz, ${after?.chain ?? null}, ${after?.sequence ?? null}::bigint))
        order by r.at desc, r.chain desc, r.sequence desc
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
