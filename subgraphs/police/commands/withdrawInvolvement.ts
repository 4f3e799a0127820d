import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { InvolvementStanding } from "../types/enums";
import type { LockedInvolvement } from "../store/involvementWriteStore";
import type { Involvement } from "../types/Involvement";
import type { WithdrawInvolvementInput } from "../types/WithdrawInvolvementInput";
import { endInvolvement } from "./endInvolvement";
import type { PoliceTransaction } from "./policeTransaction";
import { hasAuthorityOver, requireImposingOrgan } from "./requireOrgan";

/**
 * Takes an involvement back. A lead the officers of the case withdraw, or an organ above the case's; what an organ has
 * recognised, only that organ or one above it: nobody lifts but who may.
 */
export async function withdrawInvolvement(
  input: WithdrawInvolvementInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, involvements } = transaction;
  const reason = parseText("reason", input.reason);
  const found = await involvements.lockInvolvement(input.involvementId);
  if (found === null || !(await knows(found, transaction)))
    throw new HubError("NOT_FOUND", "There is no such involvement, or you are not assigned to its case.");
  if (found.standing === InvolvementStanding.WITHDRAWN)
    throw new HubError("INVALID_TRANSITION", "The involvement is WITHDRAWN already.");
  if (found.recognisingAuthority !== null) {
    await requireImposingOrgan(transaction);
    if (!(await hasAuthorityOver(found.recognisingAuthority, transaction)))
      throw new HubError(
        "FORBIDDEN",
        "Only the organ that recognised this, or one above it, can withdraw it.",
      );
  }
  await endInvolvement(found, { by: officer.id, reason, objectionId: null }, transaction);
  return { ...found, standing: InvolvementStanding.WITHDRAWN, withdrawnAt: at };
}

/** Whoever recognised and whoever stands above need not be assigned to the case; all others learn of it by assignment. */
async function knows(
  { caseNumber, recognisingAuthority }: LockedInvolvement,
  transaction: PoliceTransaction,
): Promise<boolean> {
  const { officer, read, cases } = transaction;
  if ((await read.cases.assignedCases([caseNumber], officer.id)).size > 0) return true;
  if (recognisingAuthority !== null) return hasAuthorityOver(recognisingAuthority, transaction);
  const caseFile = await cases.findCase(caseNumber);
  if (caseFile === null || caseFile.authorityCode === officer.authority) return false;
  return hasAuthorityOver(caseFile.authorityCode, transaction);
}
