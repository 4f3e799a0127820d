import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { isToken } from "../../shared/subjects/requireToken";
import { parseDocument } from "../input/parseDocument";
import { parseText } from "../input/parseText";
import type { CaseSubjectInput } from "../types/CaseSubjectInput";
import type { Involvement } from "../types/Involvement";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireInvolvement } from "./requireInvolvement";

/** Puts a person into a case, as a lead: it restricts nothing, and opens nothing until the lead has confirmed. */
export async function addCaseSubject(
  input: CaseSubjectInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, involvements, subjects, outbox } = transaction;
  // Known by token alone: nothing is kept of them here, and a token that is nobody's is told from no other.
  const known = input.document ? parseDocument(input.document) : null;
  const subjectId = known?.id ?? input.subjectId;
  if (!isToken(subjectId) || (known !== null && input.subjectId))
    throw new HubError("BAD_INPUT", "Name the person by `document` or by `subjectId`, one of the two.");
  const reason = parseText("reason", input.reason);
  const { number } = await requireOpenCase(input.caseNumber, transaction);
  const id = randomUUID();
  if (known !== null) await subjects.upsertSubjects([known]);
  await involvements.insertCaseSubjects([
    {
      id,
      caseNumber: number,
      subjectId,
      role: input.role,
      reason,
      addedBy: officer.id,
      markedAt: at,
    },
  ]);
  await outbox.insert({ kind: "CASE_SUBJECT_ADDED", at, caseNumber: number, subjectId });
  return requireInvolvement(id, transaction);
}
