import type { Kysely } from "kysely";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import type { Restored } from "../../shared/orders/holdingOrderStore";
import { createOutboxStore } from "../store/outboxStore";

/** Tells the police of causes and single orders of which nothing is left to be undone. */
export async function tellRestored(
  tx: Kysely<unknown>,
  restored: readonly Restored[],
  at: Date,
): Promise<void> {
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
