import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { PoliceTransaction } from "./policeTransaction";

/**
 * Lets the people confirmed in a case know of the looks made for it up to now. Nobody else: whoever was looked at on
 * the way may belong to another case, of which they must not learn.
 */
export async function lookupsReleased(
  caseNumber: string,
  { at, read }: Pick<PoliceTransaction, "at" | "read">,
): Promise<PoliceEvent> {
  const subjectIds = await read.purposes.everyConfirmedSubject(caseNumber);
  return { kind: "LOOKUPS_RELEASED", caseNumber, subjectIds, until: at.toISOString() };
}
