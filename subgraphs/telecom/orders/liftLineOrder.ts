import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder, type SingleOrderBook } from "../../shared/orders/liftSingleOrder";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addLineRestores } from "./addLineRestores";
import { STOPPING } from "./stoppingOrders";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

/** Undoes one order on a line. */
export function liftLineOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  const book: SingleOrderBook = {
    store: createOrderKeepingStore(tx),
    restricting: STOPPING,
    // A line follows its orders: it comes back when its carrier has restored it.
    release: () => Promise.resolve(),
    addRestore: (restore, reason) => addLineRestores(tx, [restore], reason, at),
    tell: (change, order) => tellLineOrders(tx, change, [order], at),
    tellRestored: restored => tellLinesRestored(tx, restored, at),
  };
  return liftSingleOrder(book, decision, at);
}
