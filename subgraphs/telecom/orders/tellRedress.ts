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
  await createOutboxStore(tx).insertChanges(
    events.map(event => ({
      at: at.toISOString(),
      kind: event.kind,
      audiences: [audienceOf("police")],
      subjectId: null,
      lineId: null,
      flagId: null,
      orderId: null,
      rectificationId: null,
      touched: [],
      payload: event,
    })),
  );
}
