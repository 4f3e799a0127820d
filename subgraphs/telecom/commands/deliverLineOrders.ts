import { OrderStatus } from "../../shared/types/enums";
import { tellLineOrders } from "../orders/tellLineOrders";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import type { OrderRow } from "../store/orderStore";
import type { TelecomContext } from "../telecomContext";

/** A carrier has fetched these orders of its own: ISSUED → DELIVERED. Answers them as they stand now. */
export async function deliverLineOrders(
  orders: readonly OrderRow[],
  { clock, database }: TelecomContext,
): Promise<OrderRow[]> {
  const issued = orders.filter(order => order.status === OrderStatus.ISSUED);
  if (issued.length === 0) return [...orders];
  const at = clock();
  const delivered = await database.transaction(async tx => {
    const ids = new Set(await createOrderKeepingStore(tx).deliver(issued, at));
    const told = issued
      .filter(({ id }) => ids.has(id))
      .map(order => ({ ...order, holdingId: order.lineId, institution: order.carrier }));
    await tellLineOrders(tx, "ORDER_DELIVERED", told, at);
    return ids;
  });
  return orders.map(order => (delivered.has(order.id) ? { ...order, status: OrderStatus.DELIVERED } : order));
}
