import type { Kysely } from "kysely";
import { liftSingleOrder } from "../../shared/orders/liftSingleOrder";
import type { ObjectionDecision } from "../../shared/orders/redressBook";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { lineRedress } from "./lineRedress";

/** Undoes one order on a line; a flag that it was issued for is refuted. */
export async function liftLineOrder(
  tx: Kysely<unknown>,
  decision: ObjectionDecision,
  at: Date,
): Promise<void> {
  await createOrderKeepingStore(tx).lockLinesOfOrders([decision.targetId]);
  await liftSingleOrder(lineRedress(tx, at), decision, at);
}
