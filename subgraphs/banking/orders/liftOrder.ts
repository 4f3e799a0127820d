import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder, type SingleOrderBook } from "../../shared/orders/liftSingleOrder";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addRestores } from "./addRestores";
import { RESTRICTING } from "./restrictingOrders";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";
import { tellRestored } from "./tellRestored";

/** Undoes one order on an account, and what stood on the account by it. */
export function liftOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const book: SingleOrderBook = {
    store,
    restricting: RESTRICTING,
    release: async order => tellLifted(tx, await store.liftRestriction(order, at), at),
    addRestore: (restore, reason) => addRestores(tx, [restore], reason, at),
    tell: (change, order) => tellOrders(tx, change, [order], at),
    tellRestored: restored => tellRestored(tx, restored, at),
  };
  return liftSingleOrder(book, decision, at);
}
