import type { Kysely } from "kysely";
import type { Clock } from "../../../schema/contract/clock";
import { restorationEventSchema, type RestorationEvent } from "../../../schema/contract/restorationEvents";
import type { Follower } from "../../shared/runningSubgraph";
import { createOutboxStore } from "../store/outboxStore";
import { createRestorationStore } from "../store/restorationStore";

/**
 * Hears from a subgraph what became of a cause: until all that it had brought about there is undone, an objection is not
 * over; and whoever asked for a stop-payment that met no account has to know that nothing was stopped.
 */
export function followRestorations(source: Follower["source"], clock: Clock): Follower {
  return {
    source,
    async apply(tx, events) {
      for (const { payload } of events) {
        if (payload === null) continue;
        const event = restorationEventSchema.parse(JSON.parse(payload));
        if (event.kind === "CAUSE_RESTORED") await noteRestored(tx, source, event, clock());
        else await noteMismatch(tx, event, clock());
      }
    },
  };
}

type Restored = Extract<RestorationEvent, { kind: "CAUSE_RESTORED" }>;
type Mismatch = Extract<RestorationEvent, { kind: "STOP_PAYMENT_MISMATCH" }>;

async function noteRestored(
  tx: Kysely<unknown>,
  source: string,
  { causeId, restoredAt }: Restored,
  at: Date,
): Promise<void> {
  const store = createRestorationStore(tx);
  await store.saveRestored(causeId, source, new Date(restoredAt));
  const changed = await store.settleObjections(await store.targetOf(causeId), at);
  if (changed.length === 0) return;
  const touched = changed.map(id => `Objection:${id}` as const);
  await createOutboxStore(tx, new Set()).insert({ kind: "OBJECTION_RESTORED", at, touched });
}

async function noteMismatch(
  tx: Kysely<unknown>,
  { causeId, mismatchedAt }: Mismatch,
  at: Date,
): Promise<void> {
  const caseNumber = await createRestorationStore(tx).saveMismatch(causeId, new Date(mismatchedAt));
  if (caseNumber === null) return;
  const touched = [`StopPayment:${causeId}`] as const;
  await createOutboxStore(tx, new Set()).insert({ kind: "STOP_PAYMENT_MISMATCH", at, caseNumber, touched });
}
