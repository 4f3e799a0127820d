import { sql, type Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { EntityKey } from "../../shared/touched";
import { SUBGRAPH_AUDIENCE } from "../../../schema/contract/subgraphCaller";
import { audiencesOf } from "../rules/audiencesOf";
import { createRestorationStore } from "./restorationStore";

/** What changed, in ids alone. Without an event it is told to nobody, and only ends what was cached. */
export interface OutboxEntry {
  readonly kind: string;
  readonly at: Date;
  readonly subjectId?: string | null;
  readonly sanctionId?: string | null;
  readonly warningId?: string | null;
  readonly caseNumber?: string | null;
  /** What became stale besides the entities that the entry names. */
  readonly touched?: readonly EntityKey[];
  readonly event?: PoliceEvent;
}

/**
 * Writes down what a transaction changed, inside that transaction: both are there, or neither is. What became stale
 * is gathered in `touched` too, for the answer to the gateway: the two can never differ. Whoever is told that a cause
 * has ended has to say when it is undone.
 */
export function createOutboxStore(tx: Kysely<unknown>, touched: Set<EntityKey>) {
  return {
    async insert(entry: OutboxEntry): Promise<void> {
      const stale = touchedBy(entry);
      const audiences = entry.event === undefined ? [] : audiencesOf(entry.event);
      const payload = entry.event === undefined ? null : JSON.stringify(entry.event);
      await sql`/* OutboxStore.insert */
        insert into police.outbox (at, kind, audiences, subject_id, sanction_id, warning_id, case_number, touched,
          payload)
        values (${entry.at}, ${entry.kind}, ${audiences}::text[], ${entry.subjectId ?? null},
          ${entry.sanctionId ?? null}::uuid, ${entry.warningId ?? null}::uuid, ${entry.caseNumber ?? null},
          ${stale}::text[], ${payload}::jsonb)`.execute(tx);
      for (const key of stale) touched.add(key);
      const { event } = entry;
      if (event?.kind !== "MEASURE_LIFTED" && event?.kind !== "MEASURE_EXPIRED") return;
      const acting = audiences.filter(audience => audience.startsWith(SUBGRAPH_AUDIENCE));
      await createRestorationStore(tx).awaitRestored(
        event.causeId,
        acting.map(audience => audience.slice(SUBGRAPH_AUDIENCE.length)),
      );
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

function touchedBy({ subjectId, sanctionId, warningId, caseNumber, touched }: OutboxEntry): EntityKey[] {
  const named: EntityKey[] = [];
  if (subjectId) named.push(`Subject:${subjectId}`);
  if (sanctionId) named.push(`Sanction:${sanctionId}`);
  if (warningId) named.push(`Warning:${warningId}`);
  if (caseNumber) named.push(`Case:${caseNumber}`);
  return [...new Set([...named, ...(touched ?? [])])];
}
