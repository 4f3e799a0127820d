import type { Ending } from "./endInvolvement";
import { freezeFacts } from "./freezeFacts";
import type { PoliceTransaction } from "./policeTransaction";

/** Lifts one freeze before its last day, and not the involvement that it rests on; one that has ended stays ended. */
export async function endFreeze(
  id: string,
  { objectionId }: Ending,
  { at, caseWork, outbox }: PoliceTransaction,
): Promise<void> {
  const freeze = await caseWork.liftFreeze(id, at);
  if (freeze === null) return;
  const { subjectId, caseNumber, accountId } = freeze;
  const event = { kind: "MEASURE_LIFTED", ...freezeFacts(freeze), objectionId } as const;
  await outbox.insert({
    kind: event.kind,
    at,
    subjectId,
    caseNumber,
    event,
    touched: [`Account:${accountId}`],
  });
}
