import { derivedId } from "../derivedId";
import type { RuleFinding } from "../types/RuleFinding";
import { RESTORE, type KnownOrder } from "./planOrders";

/** An order to undo another one, with why. */
export interface Restore extends KnownOrder {
  readonly reason: RuleFinding;
}

/** The id of the order that undoes another: an order has one, however often it is asked for. */
export function restoreIdOf(orderId: string): string {
  return derivedId("order", orderId, RESTORE);
}

/** The order that undoes another. */
export function restoreOf(order: KnownOrder, reason: RuleFinding): Restore {
  return { ...order, id: restoreIdOf(order.id), kind: RESTORE, status: "ISSUED", reason };
}
