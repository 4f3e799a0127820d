import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOutboxStore } from "../store/outboxStore";

type Beginning = Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>;

/**
 * Tells the police that a stop-payment which was just heard has made no order: there is no such account, or its holder
 * has another name. Which of the two is not said: it would answer who holds an account.
 */
export async function tellMismatch(
  tx: Kysely<unknown>,
  { causeId, accountId, institution }: Beginning,
  at: Date,
): Promise<void> {
  if ((await createOrderKeepingStore(tx).lockByCauses([causeId])).length > 0) return;
  const mismatchedAt = at.toISOString();
  const event: RestorationEvent = { kind: "STOP_PAYMENT_MISMATCH", causeId, mismatchedAt };
  const entry = {
    kind: event.kind,
    audiences: ["police", audienceOf("police")],
    institution,
    subjectId: null,
    accountId,
    orderId: null,
    touched: [],
    event,
  };
  await createOutboxStore(tx).addChanges([entry], at);
}
