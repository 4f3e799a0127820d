import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseCaseNumber } from "../input/parseCaseNumber";
import { parseDocument } from "../input/parseDocument";
import { parseOfficerId } from "../input/parseOfficerId";
import { parseText } from "../input/parseText";
import type { Officer } from "../input/requireOfficer";
import type { SubjectRecord } from "../store/subjectStore";
import { CaseStageName, CaseStatus, InvolvementRole } from "../types/enums";
import type { Case } from "../types/Case";
import type { OpenCaseInput } from "../types/OpenCaseInput";
import type { PoliceTransaction } from "./policeTransaction";

/** A case that starts with more people is put together step by step. */
const MAX_SUBJECTS_AT_OPENING = 200;
const MAX_OFFICERS = 100;
const MAX_TITLE_LENGTH = 200;

interface Opening {
  readonly number: string;
  readonly title: string;
  readonly lead: string;
  readonly officers: readonly string[];
  readonly subjects: readonly SubjectRecord[];
}

/**
 * Opens a case. The people named with it are in it, but are nobody's purpose yet: the lead confirms them, and
 * where the lead opened the case, another lead must.
 */
export async function openCase(input: OpenCaseInput, transaction: PoliceTransaction): Promise<Case> {
  const { officer, at, cases, involvements, subjects, outbox } = transaction;
  const opening = parseOpening(input, officer);
  const openedOn = chinaDay(at);
  const isNew = await cases.insertCase({ ...opening, authority: officer.authority, openedOn });
  if (!isNew) throw new HubError("BAD_INPUT", "This case number cannot be used: choose another.");
  await cases.insertOfficers(opening.number, opening.officers, at);
  await cases.insertStage(opening.number, CaseStageName.FILED, openedOn);
  await subjects.upsertSubjects(opening.subjects);
  await involvements.insertCaseSubjects(
    opening.subjects.map(subject => ({
      id: randomUUID(),
      caseNumber: opening.number,
      subjectId: subject.id,
      // Nothing is said of them yet but that cards of theirs are in the case.
      role: InvolvementRole.HOLDER,
      reason: null,
      addedBy: officer.id,
      markedAt: at,
    })),
  );
  await outbox.insert({ kind: "CASE_OPENED", at, caseNumber: opening.number });
  const { number, title, lead } = opening;
  return {
    number,
    title,
    lead,
    status: CaseStatus.OPEN,
    openedOn,
    closedOn: null,
    authorityCode: officer.authority,
  };
}

function parseOpening(input: OpenCaseInput, opener: Officer): Opening {
  if (input.subjects.length > MAX_SUBJECTS_AT_OPENING) {
    throw new HubError(
      "LIMIT_EXCEEDED",
      `A case is opened with at most ${MAX_SUBJECTS_AT_OPENING} subjects.`,
    );
  }
  if (input.assignedOfficers.length > MAX_OFFICERS) {
    throw new HubError("LIMIT_EXCEEDED", `A case has at most ${MAX_OFFICERS} officers.`);
  }
  const lead = parseOfficerId(input.lead);
  const officers = [...new Set([lead, ...input.assignedOfficers.map(parseOfficerId)])];
  // The answer shows the case, and only assigned officers see a case.
  if (!officers.includes(opener.id)) {
    throw new HubError("BAD_INPUT", "Whoever opens a case leads it or is one of its assigned officers.");
  }
  const subjects = new Map(input.subjects.map(parseDocument).map(subject => [subject.id, subject]));
  return {
    number: parseCaseNumber(input.number, opener.authority),
    title: parseText("title", input.title, MAX_TITLE_LENGTH),
    lead,
    officers,
    subjects: [...subjects.values()],
  };
}
