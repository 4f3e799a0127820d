import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder, type SingleOrderBook } from "../../shared/orders/liftSingleOrder";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addLineRestores } from "./addLineRestores";
import { STOPPING } from "./stoppingOrders";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

/** Undoes one order on a line. */
export async function liftLineOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  await store.lockLinesOfOrders([decision.targetId]);
  const book: SingleOrderBook = {
    store,
    restricting: STOPPING,
    // A line follows its orders: it comes back when its carrier has restored it.
    release: () => Promise.resolve(),
    addRestore: (restore, reason) => addLineRestores(tx, [restore], reason, at),
    tell: (change, order) => tellLineOrders(tx, change, [order], at),
    tellRestored: restored => tellLinesRestored(tx, restored, at),
  };
  await liftSingleOrder(book, decision, at);
}
