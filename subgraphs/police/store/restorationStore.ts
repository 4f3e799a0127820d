import { sql, type Kysely, type RawBuilder } from "kysely";
import { keepUuids } from "./keepUuids";

/** Notes, in a transaction, what became of a cause at one kind of institutions. */
export function createRestorationStore(tx: Kysely<unknown>) {
  return {
    /** A cause has ended: these subgraphs have still to say that what it had brought about is undone. */
    async awaitRestored(causeId: string, sources: readonly string[]): Promise<void> {
      await sql`/* RestorationStore.awaitRestored */
        insert into police.restoration (cause_id, source) select ${causeId}, unnest(${sources}::text[])
        on conflict (cause_id, source) do update set restored_at = null`.execute(tx);
    },

    /** A subgraph has said so; told again, the latest moment counts. */
    async saveRestored(causeId: string, source: string, restoredAt: Date): Promise<void> {
      await sql`/* RestorationStore.saveRestored */
        insert into police.restoration as r (cause_id, source, restored_at)
        values (${causeId}, ${source}, ${restoredAt}::timestamptz)
        on conflict (cause_id, source) do update set restored_at = greatest(r.restored_at, excluded.restored_at)`.execute(
        tx,
      );
    },

    /** A subgraph has something to undo again. */
    async saveOwed(causeId: string, source: string): Promise<void> {
      await sql`/* RestorationStore.saveOwed */
        update police.restoration set restored_at = null where cause_id = ${causeId} and source = ${source}`.execute(
        tx,
      );
    },

    /** What an objection to this cause is to: a freeze rests on an involvement, and ends with it. */
    async targetOf(causeId: string): Promise<string> {
      const { rows } = await sql<{ id: string }>`/* RestorationStore.targetOf */
        select involvement_id::text as id from police.freeze where id = any(${keepUuids([causeId])}::uuid[])`.execute(
        tx,
      );
      return rows[0]?.id ?? causeId;
    },

    /**
     * Ends confirmed objections to a target of which nobody has anything left to undo, with the moment of the last; at
     * once where nothing had been brought about. Answers the objections that have changed.
     */
    async settleObjections(targetId: string, at: Date): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* RestorationStore.settleObjections */
        update police.objection o set restored_at = r.at
        from (select coalesce(max(restored_at), ${at}::timestamptz) as at from police.restoration
          where cause_id = ${targetId} or cause_id in (select id::text from police.freeze
            where involvement_id = any(${keepUuids([targetId])}::uuid[]))
          having count(*) = count(restored_at)) r
        where ${isConfirmedTo(targetId)} and o.restored_at is distinct from r.at
        returning o.id`.execute(tx);
      return rows.map(row => row.id);
    },

    /** Those that had ended have not: something is to be undone again. Answers the objections that have changed. */
    async reopenObjections(targetId: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* RestorationStore.reopenObjections */
        update police.objection o set restored_at = null
        where ${isConfirmedTo(targetId)} and o.restored_at is not null returning o.id`.execute(tx);
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

/** One to a wrong record is its own cause: others to the same record have their own corrections. */
function isConfirmedTo(targetId: string): RawBuilder<boolean> {
  return sql<boolean>`o.status = 'CONFIRMED' and (o.target <> 'DATA_ERROR' and o.target_id = ${targetId}
    or o.target = 'DATA_ERROR' and o.id = any(${keepUuids([targetId])}::uuid[]))`;
}

export type RestorationStore = ReturnType<typeof createRestorationStore>;
