import type { Ending } from "./endInvolvement";
import type { PoliceTransaction } from "./policeTransaction";
import { tellFreeze } from "./tellFreeze";

/** Lifts one freeze before its last day, and not the involvement that it rests on; one that has ended stays ended. */
export async function endFreeze(
  id: string,
  { objectionId }: Ending,
  transaction: PoliceTransaction,
): Promise<void> {
  const freeze = await transaction.caseWork.liftFreeze(id, transaction.at);
  if (freeze !== null) await tellFreeze({ kind: "MEASURE_LIFTED", objectionId }, freeze, transaction);
}
