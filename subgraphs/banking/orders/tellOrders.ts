import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import type { EntityKey } from "../../shared/touched";
import { Sector } from "../../shared/types/enums";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOutboxStore } from "../store/outboxStore";

/** What the feeds are told of orders. */
export type OrderChangeKind =
  | "ORDER_ISSUED"
  | "ORDER_DELIVERED"
  | "ORDER_EXECUTED"
  | "ORDER_REFUSED"
  | "ORDER_EXPIRED"
  | "ORDER_SHORTENED";

/** There is nothing to be done about them: they only end what was cached. */
const UNTOLD: ReadonlySet<OrderChangeKind> = new Set(["ORDER_DELIVERED", "ORDER_SHORTENED"]);

/** An order as far as a feed tells of it. */
export type ToldOrder = Pick<KnownOrder, "subjectId" | "holdingId" | "institution"> & {
  readonly id: string | null;
};

/** Entities whose answers show an order and what it did. */
export function touchedByOrder({
  subjectId,
  holdingId,
  id,
}: Pick<ToldOrder, "subjectId" | "holdingId" | "id">): EntityKey[] {
  const touched: EntityKey[] = [`Account:${holdingId}`, `Subject:${subjectId}`];
  return id === null ? touched : [...touched, `AccountOrder:${id}`];
}

/** Tells an order's institution and the police. */
export async function tellOrders(
  tx: Kysely<unknown>,
  kind: OrderChangeKind,
  orders: readonly ToldOrder[],
  at: Date,
): Promise<void> {
  if (orders.length === 0) return;
  const sectors = await createOrderKeepingStore(tx).sectorsOf([
    ...new Set(orders.map(one => one.institution)),
  ]);
  const audienceOf = (code: string): string =>
    `${sectors.get(code) === Sector.PAYMENT ? "payment" : "bank"}:${code}`;
  const entries = orders.map(order => ({
    kind,
    audiences: UNTOLD.has(kind) ? [] : [audienceOf(order.institution), "police"],
    institution: order.institution,
    subjectId: order.subjectId,
    accountId: order.holdingId,
    orderId: order.id,
    touched: touchedByOrder(order),
  }));
  await createOutboxStore(tx).addChanges(entries, at);
}
