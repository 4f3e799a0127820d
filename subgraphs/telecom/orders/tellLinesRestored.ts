import type { Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import type { Restored } from "../../shared/orders/holdingOrderStore";
import { createOutboxStore } from "../store/outboxStore";

/** Tells the police of causes, single orders and blacklist entries of which nothing is left to be undone. */
export async function tellLinesRestored(
  tx: Kysely<unknown>,
  restored: readonly Restored[],
  at: Date,
): Promise<void> {
  await createOutboxStore(tx).insertChanges(
    restored.map(({ causeId, lastRestoredAt }) => ({
      id: randomUUID(),
      at: at.toISOString(),
      kind: "CAUSE_RESTORED",
      audiences: [audienceOf("police")],
      subjectId: null,
      lineId: null,
      flagId: null,
      orderId: null,
      rectificationId: null,
      touched: [],
      payload: { kind: "CAUSE_RESTORED", causeId, restoredAt: (lastRestoredAt ?? at).toISOString() },
    })),
  );
}
