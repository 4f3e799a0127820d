import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { audienceOf } from "../../../schema/contract/subgraphCaller";
import { createMeasureStore } from "../../shared/orders/measureStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOutboxStore } from "../store/outboxStore";

type Beginning = Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>;

/**
 * A stop-payment that was just heard has made no order: there is no such account, or its holder has another name. The
 * police are told, and not which of the two: it would answer who holds an account. It is over with that, whatever is
 * reported later: of stops that count for nothing there may be any number.
 */
export async function refuseMismatch(
  tx: Kysely<unknown>,
  { causeId, accountId, institution }: Beginning,
  at: Date,
): Promise<void> {
  if ((await createOrderKeepingStore(tx).lockByCauses([causeId])).length > 0) return;
  const measures = createMeasureStore("banking", tx);
  await measures.end(await measures.measuresOf([causeId]), at, "LIFTED");
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
