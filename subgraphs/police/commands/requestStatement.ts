import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { InvolvementStanding } from "../types/enums";
import type { Involvement } from "../types/Involvement";
import type { RequestStatementInput } from "../types/RequestStatementInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireAccount } from "./requireAccount";

/**
 * Asks the institution for an involved account's statement of a period that is over. It restricts nothing, but tells
 * much: two officers stand behind it, whoever marked the account and the lead who confirmed it, or an organ's word.
 */
export async function requestStatement(
  { involvementId, from, to }: RequestStatementInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, caseWork, outbox } = transaction;
  if (from >= to || to > at)
    throw new HubError(
      "BAD_INPUT",
      "`from` lies before `to`, and `to` not ahead: a statement tells what was.",
    );
  const involvement = await requireAccount(involvementId, transaction);
  if (involvement.standing !== InvolvementStanding.RECOGNISED && involvement.confirmedAt === null)
    throw new HubError("FORBIDDEN", "The lead of the case has not confirmed the account.");
  const id = randomUUID();
  await caseWork.insertStatementRequest({
    id,
    involvementId: involvement.id,
    from,
    to,
    requestedBy: officer.id,
    requestedAt: at,
  });
  const { caseNumber, subjectId, accountId, accountInstitution } = involvement;
  await outbox.insert({
    kind: "STATEMENT_REQUESTED",
    at,
    subjectId,
    caseNumber,
    event: {
      kind: "STATEMENT_REQUESTED",
      requestId: id,
      involvementId: involvement.id,
      caseNumber,
      accountId,
      institution: accountInstitution,
      from: from.toISOString(),
      to: to.toISOString(),
    },
  });
  return involvement;
}
