import { randomUUID } from "node:crypto";
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
  const subject = parseDocument(input.document);
  const reason = parseText("reason", input.reason);
  const { number } = await requireOpenCase(input.caseNumber, transaction);
  const id = randomUUID();
  await subjects.upsertSubjects([subject]);
  await involvements.insertCaseSubjects([
    {
      id,
      caseNumber: number,
      subjectId: subject.id,
      role: input.role,
      reason,
      addedBy: officer.id,
      markedAt: at,
    },
  ]);
  await outbox.insert({ kind: "CASE_SUBJECT_ADDED", at, caseNumber: number, subjectId: subject.id });
  return requireInvolvement(id, transaction);
}
