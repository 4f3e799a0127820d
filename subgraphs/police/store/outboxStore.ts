import { sql, type Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { audiencesOf } from "../rules/audiencesOf";

/** What changed, in ids alone. Without an event it is told to nobody, and only ends what was cached. */
export interface OutboxEntry {
  readonly kind: string;
  readonly at: Date;
  readonly subjectId?: string;
  readonly sanctionId?: string;
  readonly warningId?: string;
  readonly caseNumber?: string;
  /** What became stale, as `Type:id`. */
  readonly touched?: readonly string[];
  readonly event?: PoliceEvent;
}

/** Writes down what a transaction changed, inside that transaction: both are there, or neither is. */
export function createOutboxStore(tx: Kysely<unknown>) {
  return {
    async insert(entry: OutboxEntry): Promise<void> {
      const audiences = entry.event === undefined ? [] : audiencesOf(entry.event);
      const payload = entry.event === undefined ? null : JSON.stringify(entry.event);
      await sql`/* OutboxStore.insert */
        insert into police.outbox (id, at, kind, audiences, subject_id, sanction_id, warning_id, case_number, touched,
          payload)
        values (${randomUUID()}, ${entry.at}, ${entry.kind}, ${audiences}::text[], ${entry.subjectId ?? null},
          ${entry.sanctionId ?? null}::uuid, ${entry.warningId ?? null}::uuid, ${entry.caseNumber ?? null},
          ${entry.touched ?? []}::text[], ${payload}::jsonb)`.execute(tx);
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;
