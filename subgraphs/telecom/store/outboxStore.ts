import { sql, type Kysely } from "kysely";
import { insertRows } from "./table";
import { OUTBOX, type OutboxRecord } from "./tables/outboxTable";

/** Writes down what a transaction changed, inside that transaction: both are there, or neither is. */
export interface OutboxStore {
  insertChanges(changes: readonly OutboxRecord[]): Promise<void>;
}

/** The outbox of one transaction. */
export function createOutboxStore(tx: Kysely<unknown>): OutboxStore {
  return {
    async insertChanges(changes) {
      if (changes.length === 0) return;
      await sql`/* OutboxStore.insertChanges */ ${insertRows(OUTBOX, changes)}`.execute(tx);
    },
  };
}
