import { sql, type Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import type { Alarm } from "../types/Alarm";

/** An alarm as it is raised. */
export type NewAlarm = Omit<Alarm, "id">;

interface AlarmQuery {
  readonly from: Date;
  readonly to: Date;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Keeps alarms on bulk reading and false tokens. */
export function createAlarmStore(db: Kysely<unknown>) {
  return {
    async recordAlarm({ kind, at, caller, institution, subjectId, count }: NewAlarm): Promise<void> {
      await sql`/* AlarmStore.recordAlarm */
        insert into audit.alarm (id, kind, at, caller, institution, subject_id, count)
        values (${randomUUID()}::uuid, ${kind}, ${at}, ${caller}, ${institution}, ${subjectId}, ${count})`.execute(
        db,
      );
    },

    /** Newest first. */
    async listAlarms({ from, to, after, limit }: AlarmQuery): Promise<Alarm[]> {
      const { rows } = await sql<Alarm>`/* AlarmStore.listAlarms */
        select id, kind, at, caller, institution, subject_id as "subjectId", count from audit.alarm a
        where a.at >= ${from} and a.at < ${to}
          and (${after?.id ?? null}::uuid is null
            or (a.at, a.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by a.at desc, a.id desc
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
