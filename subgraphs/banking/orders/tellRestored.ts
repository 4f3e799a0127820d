import type { Kysely } from "kysely";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOutboxStore } from "../store/outboxStore";

/** Tells the police of those causes of which nothing is left to be undone. */
export async function tellRestored(
  tx: Kysely<unknown>,
  causeIds: readonly string[],
  at: Date,
): Promise<void> {
  const restored = await createOrderKeepingStore(tx).restoredCauses(causeIds);
  const entries = restored.map(({ causeId, lastRestoredAt }) => {
    const restoredAt = (lastRestoredAt ?? at).toISOString();
    const event: RestorationEvent = { kind: "CAUSE_RESTORED", causeId, restoredAt };
    return {
      kind: event.kind,
      audiences: [audienceOf("police")],
      institution: null,
      subjectId: null,
      accountId: null,
      orderId: null,
      touched: [],
      event,
    };
  });
  await createOutboxStore(tx).addChanges(entries, at);
}
