import type { Ending } from "./endInvolvement";
import type { PoliceTransaction } from "./policeTransaction";
import { stopPaymentFacts } from "./stopPaymentFacts";

/** Lifts a stop-payment before its hours are over; one that has ended stays ended. */
export async function endStopPayment(
  id: string,
  { objectionId }: Ending,
  { at, caseWork, outbox }: PoliceTransaction,
): Promise<void> {
  const stop = await caseWork.lockStop(id);
  if (stop === null || stop.liftedAt !== null || stop.endsAt <= at) return;
  await caseWork.liftStop(stop.id, at);
  const event = { kind: "MEASURE_LIFTED", ...stopPaymentFacts(stop, null), objectionId } as const;
  await outbox.insert({
    kind: event.kind,
    at,
    caseNumber: stop.caseNumber,
    event,
    touched: [`Account:${stop.accountId}`, `StopPayment:${stop.id}`],
  });
}
