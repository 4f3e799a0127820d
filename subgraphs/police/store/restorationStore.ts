import { sql, type Kysely } from "kysely";

/** Notes, in a transaction, what became of a cause at one kind of institutions. */
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

    /** A stop-payment met no account; answers its case, null where that is known already. */
    async saveMismatch(id: string, mismatchedAt: Date): Promise<string | null> {
      const { rows } = await sql<{ caseNumber: string }>`/* RestorationStore.saveMismatch */
        update police.stop_payment set mismatched_at = ${mismatchedAt}::timestamptz
        where id = ${id}::uuid and mismatched_at is null returning case_number as "caseNumber"`.execute(tx);
      return rows[0]?.caseNumber ?? null;
    },
  };
}
