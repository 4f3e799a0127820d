import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import { toChange, type TelecomChangeKind } from "../commands/change";
import { createOutboxStore } from "../store/outboxStore";
import type { OutboxRecord } from "../store/tables/outboxTable";

/** An order as far as a feed tells of it. */
export type ToldOrder = Pick<KnownOrder, "id" | "subjectId" | "holdingId" | "institution">;

type OrderChangeKind = Extract<TelecomChangeKind, `ORDER_${string}`>;

/** There is nothing to be done about them: they only end what was cached. */
const UNTOLD: ReadonlySet<OrderChangeKind> = new Set(["ORDER_DELIVERED", "ORDER_SHORTENED"]);

/** Tells an order's carrier and the police. */
export async function tellLineOrders(
  tx: Kysely<unknown>,
  kind: OrderChangeKind,
  orders: readonly ToldOrder[],
  at: Date,
): Promise<OutboxRecord[]> {
  const changes = orders.map(({ id: orderId, subjectId, holdingId: lineId, institution: carrier }) => {
    const change = toChange({ kind, at, carrier, subjectId, lineId, orderId });
    return UNTOLD.has(kind) ? { ...change, audiences: [] } : change;
  });
  await createOutboxStore(tx).insertChanges(changes);
  return changes;
}
