import type { Kysely } from "kysely";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import { createOutboxStore } from "../store/outboxStore";

/** Tells the police alone what became of causes. */
export async function tellRedress(
  tx: Kysely<unknown>,
  events: readonly RestorationEvent[],
  at: Date,
): Promise<void> {
  const entries = events.map(event => ({
    kind: event.kind,
    audiences: [audienceOf("police")],
    institution: null,
    subjectId: null,
    accountId: null,
    orderId: null,
    touched: [],
    event,
  }));
  await createOutboxStore(tx).addChanges(entries, at);
}
