import type { Kysely } from "kysely";
import type { Restore } from "../../shared/orders/restoreOf";
import { addOrderReviews } from "../../shared/orders/reviewStore";
import { issuedOrder } from "../commands/issuedOrder";
import { createOrderStore } from "../store/orderStore";
import { LineOrderKind } from "../types/enums";

/** Orders carriers to undo what orders did to lines. */
export async function addLineRestores(
  tx: Kysely<unknown>,
  restores: readonly Restore[],
  at: Date,
): Promise<void> {
  const kind = LineOrderKind.RESTORE;
  await createOrderStore(tx).insertOrders(
    restores.map(({ id, subjectId, holdingId: lineId, institution: carrier, causeId, reason }) =>
      issuedOrder({ id, subjectId, lineId, carrier, kind, reason, causeId }, at),
    ),
  );
  // Its line may be elsewhere by now: then the order follows it.
  const holders = [...new Set(restores.map(({ subjectId }) => subjectId))];
  await addOrderReviews(tx, "telecom", holders);
}
