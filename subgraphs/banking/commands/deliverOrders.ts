import { OrderStatus } from "../../shared/types/enums";
import type { BankingContext } from "../bankingContext";
import { tellOrders } from "../orders/tellOrders";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import type { OrderRow } from "../store/orderStore";

/** An institution has fetched these orders of its own: ISSUED → DELIVERED. Answers them as they stand now. */
export async function deliverOrders(
  orders: readonly OrderRow[],
  { clock, database }: BankingContext,
): Promise<OrderRow[]> {
  const issued = orders.filter(order => order.status === OrderStatus.ISSUED);
  if (issued.length === 0) return [...orders];
  const deliveredAt = clock();
  const delivered = await database.transaction(async tx => {
    const ids = new Set(await createOrderKeepingStore(tx).deliver(issued, deliveredAt));
    const told = issued.filter(({ id }) => ids.has(id));
    await tellOrders(
      tx,
      "ORDER_DELIVERED",
      told.map(order => ({ ...order, holdingId: order.accountId })),
      deliveredAt,
    );
    return ids;
  });
  return orders.map(order =>
    delivered.has(order.id) ? { ...order, status: OrderStatus.DELIVERED, deliveredAt } : order,
  );
}
