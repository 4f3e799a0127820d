import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder } from "../../shared/orders/liftSingleOrder";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { lineRedress } from "./lineRedress";

/** Undoes one order on a line. */
export async function liftLineOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  await createOrderKeepingStore(tx).lockLinesOfOrders([decision.targetId]);
  await liftSingleOrder(lineRedress(tx, at), decision, at);
}
