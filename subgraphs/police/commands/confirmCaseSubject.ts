import { HubError } from "../../../schema/contract/errors";
import { InvolvementStanding } from "../types/enums";
import type { ConfirmCaseSubjectInput } from "../types/ConfirmCaseSubjectInput";
import type { Involvement } from "../types/Involvement";
import type { PoliceTransaction } from "./policeTransaction";
import { requireLedCase } from "./requireCase";
import { requireInvolvement } from "./requireInvolvement";

/**
 * The lead's word that a person belongs to the case, which makes the case a purpose for looking at them; `false`
 * takes it back. Never the word of whoever put the person there: two officers stand behind every look. Of an account
 * or a line it opens no holder; what the bank is asked of the account waits for it.
 */
export async function confirmCaseSubject(
  { involvementId, confirmed }: ConfirmCaseSubjectInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, involvements, outbox } = transaction;
  const { caseNumber } = await requireInvolvement(involvementId, transaction);
  await requireLedCase(caseNumber, transaction);
  // Read again under the case's lock: what was there before may have been withdrawn meanwhile.
  const involvement = await requireInvolvement(involvementId, transaction);
  if (confirmed) requireConfirmable(involvement, officer.id);
  await involvements.updateConfirmation(involvement.id, confirmed ? officer.id : null, confirmed ? at : null);
  const kind = confirmed ? "CASE_SUBJECT_CONFIRMED" : "CASE_SUBJECT_UNCONFIRMED";
  await outbox.insert({ kind, at, caseNumber, subjectId: involvement.subjectId ?? undefined });
  return requireInvolvement(involvement.id, transaction);
}

function requireConfirmable({ standing, addedBy }: Involvement, officer: string): void {
  if (standing === InvolvementStanding.WITHDRAWN)
    throw new HubError("INVALID_TRANSITION", "The involvement is WITHDRAWN.");
  if (addedBy === officer) {
    throw new HubError("FORBIDDEN", "You put this into the case yourself, so another lead must confirm it.");
  }
}
