import { sql, type Kysely } from "kysely";
import { keepUuids } from "./keepUuids";

/** An objection as it is filed. */
export interface NewObjection {
  readonly id: string;
  readonly target: string;
  readonly targetId: string;
  readonly subjectId: string | null;
  readonly authority: string;
  /** What an order that is objected to goes back to; null for all else. */
  readonly causeId: string | null;
  readonly grounds: string;
  readonly documents: readonly string[];
  readonly filedBy: string;
  readonly filedAt: Date;
  readonly dueAt: Date;
}

/** Changes objections; each method runs inside the caller's transaction. */
export function createObjectionWriteStore(tx: Kysely<unknown>) {
  return {
    /** False where the filer has an open one against the same thing. */
    async insertObjection(objection: NewObjection): Promise<boolean> {
      const { rows } = await sql`/* ObjectionWriteStore.insertObjection */
        insert into police.objection (id, target, target_id, subject_id, authority, status, grounds, documents,
          filed_by, filed_at, due_at, cause_id)
        values (${objection.id}::uuid, ${objection.target}, ${objection.targetId}, ${objection.subjectId},
          ${objection.authority}, 'FILED', ${objection.grounds}, ${objection.documents}::text[],
          ${objection.filedBy}, ${objection.filedAt}, ${objection.dueAt}, ${objection.causeId})
        on conflict (target, target_id, filed_by) where status = 'FILED' do nothing
        returning id`.execute(tx);
      return rows.length > 0;
    },

    /** Holds an objection against another decision until the transaction ends; answers the cause of what it is to. */
    async lockObjection(id: string): Promise<string | null> {
      const { rows } = await sql<{ causeId: string | null }>`/* ObjectionWriteStore.lockObjection */
        select cause_id as "causeId" from police.objection where id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0]?.causeId ?? null;
    },

    async decideObjection(id: string, status: string, by: string, at: Date, decision: string): Promise<void> {
      await sql`/* ObjectionWriteStore.decideObjection */
        update police.objection
        set status = ${status}, decided_by = ${by}, decided_at = ${at}, decision = ${decision}
        where id = ${id}::uuid`.execute(tx);
    },
  };
}

export type ObjectionWriteStore = ReturnType<typeof createObjectionWriteStore>;
