// N20-5: what was confirmed to be wrong counts no more, neither against the line nor against whoever holds it.
import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import type { ObjectionDecision } from "../../shared/orders/redressBook";
import { toChange } from "../commands/change";
import { createFlagStore } from "../store/flagStore";
import { createOutboxStore } from "../store/outboxStore";

const NOTE = "An objection to the order that rested on it was confirmed by the police.";

/** An objection to an order was confirmed: the flag that the order was issued for, if any, is dismissed. */
export async function refuteFlag(
  tx: Kysely<unknown>,
  { subjectId, causeId: flagId }: KnownOrder,
  { decidedBy }: Pick<ObjectionDecision, "decidedBy">,
  at: Date,
): Promise<void> {
  const refuted = { verifiedBy: decidedBy ?? null, verifiedAt: at, note: NOTE };
  const line = await createFlagStore(tx).refuteFlag({ subjectId, id: flagId }, refuted);
  if (line === null) return;
  const change = toChange({ kind: "FLAG_DISMISSED", at, ...line, subjectId, flagId });
  await createOutboxStore(tx).insertChanges([change]);
}
