import { HubError } from "../../../schema/contract/errors";
import type { LockedInvolvement } from "../store/involvementWriteStore";
import { InvolvementStanding } from "../types/enums";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireInvolvement } from "./requireInvolvement";

/** An involvement that is an account. */
export interface InvolvedAccount extends LockedInvolvement {
  readonly accountId: string;
  readonly accountInstitution: string;
}

/** The involved account of the officer's open case, held. Throws NOT_FOUND, BAD_INPUT, INVALID_TRANSITION. */
export async function requireAccount(
  involvementId: string,
  transaction: PoliceTransaction,
): Promise<InvolvedAccount> {
  const { id, caseNumber } = await requireInvolvement(involvementId, transaction);
  await requireOpenCase(caseNumber, transaction);
  const found = await transaction.involvements.lockInvolvement(id);
  if (found === null || found.accountId === null || found.accountInstitution === null)
    throw new HubError("BAD_INPUT", "The involvement is no account.");
  if (found.standing === InvolvementStanding.WITHDRAWN)
    throw new HubError("INVALID_TRANSITION", "The involvement is WITHDRAWN.");
  return { ...found, accountId: found.accountId, accountInstitution: found.accountInstitution };
}
