import { randomUUID } from "node:crypto";

import { HubError } from "../../../schema/contract/errors";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { parseDocument } from "../input/parseDocument";
import { requireFoundConduct } from "../rules/knowingTransfer";
import type { Involvement } from "../types/Involvement";
import type { MarkInvolvedInput } from "../types/MarkInvolvedInput";
import type { PoliceTransaction } from "./policeTransaction";
import { nameAccount } from "./nameAccount";
import { requireOpenCase } from "./requireCase";
import { requireInvolvement } from "./requireInvolvement";

/** Records a lead: a person, line or account that seems to belong to the case. It restricts nothing and nobody. */
export async function markInvolved(
  input: MarkInvolvedInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, involvements, subjects, outbox } = transaction;
  const found = { conduct: input.conduct ?? null, knowing: input.knowing ?? null };
  requireFoundConduct(found);
  const subject = input.document ? parseDocument(input.document) : null;
  const id = randomUUID();
  const line = sealLine(id, input.lineNumber, transaction);
  const account = await nameGivenAccount(input, transaction);
  if (subject === null && line === null && account === null)
    throw new HubError("BAD_INPUT", "Name a document, a line or an account.");
  const { number } = await requireOpenCase(input.caseNumber, transaction);
  if (subject !== null) await subjects.upsertSubjects([subject]);
  await involvements.insertInvolvement({
    id,
    caseNumber: number,
    role: input.role,
    ...found,
    subjectId: subject?.id ?? null,
    lineId: line?.lineId ?? null,
    sealedLineNumber: line?.sealedLineNumber ?? null,
    accountId: account?.accountId ?? null,
    accountInstitution: account?.institution ?? null,
    reason: null,
    addedBy: officer.id,
    markedAt: at,
  });
  await outbox.insert({ kind: "INVOLVEMENT_MARKED", at, caseNumber: number, subjectId: subject?.id ?? null });
  return requireInvolvement(id, transaction);
}

function sealLine(
  involvementId: string,
  text: string | null | undefined,
  { keys }: PoliceTransaction,
): { lineId: string; sealedLineNumber: string } | null {
  if (text === null || text === undefined) return null;
  const number = parsePhoneNumber(text);
  return {
    lineId: keys.ids.lineId(number),
    sealedLineNumber: keys.sealer.seal(number, `police.involvement.line_number|${involvementId}`),
  };
}

async function nameGivenAccount(
  { accountInstitution, accountNumber }: MarkInvolvedInput,
  transaction: PoliceTransaction,
): Promise<{ accountId: string; institution: string } | null> {
  const hasInstitution = accountInstitution !== null && accountInstitution !== undefined;
  const hasNumber = accountNumber !== null && accountNumber !== undefined;
  if (!hasInstitution && !hasNumber) return null;
  if (!hasInstitution || !hasNumber)
    throw new HubError(
      "BAD_INPUT",
      "An account is named by `accountInstitution` and `accountNumber` together.",
    );
  return nameAccount(accountInstitution, accountNumber, transaction);
}
