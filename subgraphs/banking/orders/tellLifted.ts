import type { Kysely } from "kysely";
import type { RestrictedAccount } from "../store/orderKeepingStore";
import { createOutboxStore } from "../store/outboxStore";
import { touchedByOrder } from "./tellOrders";

/**
 * Ends what was cached of accounts from which something was lifted. No feed is told: of orders that have something left
 * to be done it hears as such. An order that its institution refused has nothing, yet its restriction stood and was shown.
 */
export async function tellLifted(
  tx: Kysely<unknown>,
  lifted: readonly RestrictedAccount[],
  at: Date,
): Promise<void> {
  if (lifted.length === 0) return;
  const touched = lifted.flatMap(({ subjectId, accountId }) =>
    touchedByOrder({ subjectId, holdingId: accountId, id: null }),
  );
  const nobody = { audiences: [], institution: null, subjectId: null, accountId: null, orderId: null };
  await createOutboxStore(tx).addChanges(
    [{ kind: "RESTRICTIONS_LIFTED", ...nobody, touched: [...new Set(touched)] }],
    at,
  );
}
