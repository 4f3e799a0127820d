import { sql, type Kysely } from "kysely";
import { randomUUID } from "node:crypto";

/** What changed, in ids alone. Without an audience it is told to no feed. */
export interface OutboxEntry {
  readonly kind: string;
  readonly at: Date;
  readonly audiences?: readonly string[];
  readonly subjectId?: string;
  readonly sanctionId?: string;
  readonly warningId?: string;
  readonly caseNumber?: string;
}

/** Writes down what a transaction changed, inside that transaction: both are there, or neither is. */
export function createOutboxStore(tx: Kysely<unknown>) {
  return {
    async insert(entry: OutboxEntry): Promise<void> {
      await sql`/* OutboxStore.insert */
        insert into police.outbox (id, at, kind, audiences, subject_id, sanction_id, warning_id, case_number)
        values (${randomUUID()}, ${entry.at}, ${entry.kind}, ${entry.audiences ?? []}::text[], ${entry.subjectId ?? null},
          ${entry.sanctionId ?? null}::uuid, ${entry.warningId ?? null}::uuid, ${entry.caseNumber ?? null})`.execute(
        tx,
      );
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;
