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
        switch (event.kind) {
          case "CAUSE_RESTORED":
            await noteRestored(tx, source, event, clock());
            break;
          case "CAUSE_OWED":
            await noteOwed(tx, source, event, clock());
            break;
          case "STOP_PAYMENT_MISMATCH":
            await noteMismatch(tx, event, clock());
        }
      }
    },
  };
}

type Restored = Extract<RestorationEvent, { kind: "CAUSE_RESTORED" }>;
type Owed = Extract<RestorationEvent, { kind: "CAUSE_OWED" }>;
type Mismatch = Extract<RestorationEvent, { kind: "STOP_PAYMENT_MISMATCH" }>;

async function noteRestored(
  tx: Kysely<unknown>,
  source: string,
  { causeId, restoredAt }: Restored,
  at: Date,
): Promise<void> {
  const store = createRestorationStore(tx);
  await store.saveRestored(causeId, source, new Date(restoredAt));
  await tellChanged(
    tx,
    "OBJECTION_RESTORED",
    await store.settleObjections(await store.targetOf(causeId), at),
    at,
  );
}

async function noteOwed(tx: Kysely<unknown>, source: string, { causeId }: Owed, at: Date): Promise<void> {
  const store = createRestorationStore(tx);
  await store.saveOwed(causeId, source);
  await tellChanged(tx, "OBJECTION_OWED", await store.reopenObjections(await store.targetOf(causeId)), at);
}

async function tellChanged(
  tx: Kysely<unknown>,
  kind: string,
  objectionIds: readonly string[],
  at: Date,
): Promise<void> {
  if (objectionIds.length === 0) return;
  const touched = objectionIds.map(id => `Objection:${id}` as const);
  await createOutboxStore(tx, new Set()).insert({ kind, at, touched });
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
