import { derivedId } from "../derivedId";
import type { RuleFinding } from "../types/RuleFinding";
import { RESTORE, type KnownOrder } from "./planOrders";

/** An order to undo another one, with why. */
export interface Restore extends KnownOrder {
  readonly reason: RuleFinding;
}

/** The order that undoes another: an order has one, however often it is asked for. */
export function restoreOf(order: KnownOrder, reason: RuleFinding): Restore {
  return { ...order, id: derivedId("order", order.id, RESTORE), kind: RESTORE, status: "ISSUED", reason };
}
