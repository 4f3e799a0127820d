import { HubError } from "../../../schema/contract/errors";
import { CaseStatus } from "../types/enums";
import type { Case } from "../types/Case";
import type { PoliceTransaction } from "./policeTransaction";

/** The same words for a case that is not there and for one that is not yours. */
function noSuchCase(): HubError {
  return new HubError("NOT_FOUND", "There is no such case, or you are not assigned to it.");
}

/** The officer's case, open or closed, locked. Throws NOT_FOUND. */
export async function requireAssignedCase(
  number: string,
  { cases, officer }: PoliceTransaction,
): Promise<Case> {
  const found = await cases.lockAssignedCase(number, officer.id);
  if (found === null) throw noSuchCase();
  return found;
}

/** The officer's open case, locked. Throws NOT_FOUND, or INVALID_TRANSITION for a closed one. */
export async function requireOpenCase(number: string, transaction: PoliceTransaction): Promise<Case> {
  const found = await requireAssignedCase(number, transaction);
  if (found.status === CaseStatus.CLOSED) throw new HubError("INVALID_TRANSITION", "The case is CLOSED.");
  return found;
}

/** The same, for what only the lead may do. Throws FORBIDDEN for the other officers of the case. */
export async function requireLedCase(number: string, transaction: PoliceTransaction): Promise<Case> {
  const found = await requireOpenCase(number, transaction);
  if (found.lead !== transaction.officer.id)
    throw new HubError("FORBIDDEN", "Only the lead of the case can do this.");
  return found;
}

/** The case as it stands after a change of this transaction. */
export async function rereadCase(number: string, { read, officer }: PoliceTransaction): Promise<Case> {
  const found = (await read.cases.assignedCases([number], officer.id)).get(number);
  if (found === undefined) throw noSuchCase();
  return found;
}
