import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import { toChange, type TelecomChangeKind } from "../commands/change";
import { createOutboxStore } from "../store/outboxStore";
import type { OutboxRecord } from "../store/tables/outboxTable";

/** An order as far as a feed tells of it. */
export type ToldOrder = Pick<KnownOrder, "id" | "subjectId" | "holdingId" | "institution">;

/** Tells an order's carrier and the police; who fetched an order is told to nobody and ends what was cached. */
export async function tellLineOrders(
  tx: Kysely<unknown>,
  kind: Extract<TelecomChangeKind, `ORDER_${string}`>,
  orders: readonly ToldOrder[],
  at: Date,
): Promise<OutboxRecord[]> {
  const changes = orders.map(({ id: orderId, subjectId, holdingId: lineId, institution: carrier }) => {
    const change = toChange({ kind, at, carrier, subjectId, lineId, orderId });
    return kind === "ORDER_DELIVERED" ? { ...change, audiences: [] } : change;
  });
  await createOutboxStore(tx).insertChanges(changes);
  return changes;
}
