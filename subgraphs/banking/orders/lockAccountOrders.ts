import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import { restoreIdOf } from "../../shared/orders/restoreOf";
import { createOrderKeepingStore } from "../store/orderKeepingStore";

/** All orders of the causes, held; those on accounts that were another's, and what undoes them, are over. */
export async function lockAccountOrders(
  tx: Kysely<unknown>,
  causeIds: readonly string[],
): Promise<readonly KnownOrder[]> {
  const store = createOrderKeepingStore(tx);
  const orders = await store.lockByCauses(causeIds);
  const given = await store.givenAway(causeIds);
  const over = new Set([...given, ...given.map(restoreIdOf)]);
  return orders.map(order => (over.has(order.id) ? { ...order, isOver: true } : order));
}
