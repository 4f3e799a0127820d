import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { InvolvementStanding } from "../types/enums";
import type { Involvement } from "../types/Involvement";
import type { WithdrawInvolvementInput } from "../types/WithdrawInvolvementInput";
import { endInvolvement } from "./endInvolvement";
import type { PoliceTransaction } from "./policeTransaction";
import { requireActsFor, requireImposingOrgan } from "./requireOrgan";

/**
 * Takes an involvement back. A lead the officers of the case withdraw; what an organ has recognised, only that organ
 * or the one right above it: nobody lifts but who may.
 */
export async function withdrawInvolvement(
  input: WithdrawInvolvementInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, read, involvements } = transaction;
  const reason = parseText("reason", input.reason);
  const found = await involvements.lockInvolvement(input.involvementId);
  const isAssigned =
    found !== null && (await read.cases.assignedCases([found.caseNumber], officer.id)).size > 0;
  // Whoever recognised need not be assigned to the case; all others learn of it only by assignment.
  const isRecogniser = found?.recognisingAuthority === officer.authority;
  if (found === null || (!isAssigned && !isRecogniser))
    throw new HubError("NOT_FOUND", "There is no such involvement, or you are not assigned to its case.");
  if (found.standing === InvolvementStanding.WITHDRAWN)
    throw new HubError("INVALID_TRANSITION", "The involvement is WITHDRAWN already.");
  if (found.recognisingAuthority !== null) {
    await requireImposingOrgan(transaction);
    await requireActsFor(found.recognisingAuthority, transaction);
  }
  await endInvolvement(found, { by: officer.id, reason, objectionId: null }, transaction);
  return { ...found, standing: InvolvementStanding.WITHDRAWN, withdrawnAt: at };
}
