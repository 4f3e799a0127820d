import { sql, type Kysely } from "kysely";

/** Notes, in a transaction, that what an objection had lifted is undone everywhere at one kind of institutions. */
export function createRestorationStore(tx: Kysely<unknown>) {
  return {
    /** Of confirmed objections to the cause; the latest moment counts. Answers the objections that have changed. */
    async saveRestored(causeId: string, restoredAt: Date): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* RestorationStore.saveRestored */
        update police.objection set restored_at = ${restoredAt}::timestamptz
        where target_id = ${causeId} and status = 'CONFIRMED'
          and (restored_at is null or restored_at < ${restoredAt}::timestamptz)
        returning id`.execute(tx);
      return rows.map(row => row.id);
    },
  };
}
