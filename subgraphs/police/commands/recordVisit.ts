import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseDocument } from "../input/parseDocument";
import { parseText } from "../input/parseText";
import { requireTransition } from "../rules/requireTransition";
import { VISIT_TRANSITIONS } from "../rules/visitCommitment";
import { VisitStatus } from "../types/enums";
import type { RecordVisitInput } from "../types/RecordVisitInput";
import type { Visit } from "../types/Visit";
import type { PoliceTransaction } from "./policeTransaction";
import { requireAuthority } from "./requireOrgan";

const MAX_REFERENCE_LENGTH = 200;

/** Plans a visit to a card's holder, or takes one further: met, signed, refused (N20-4). */
export async function recordVisit(input: RecordVisitInput, transaction: PoliceTransaction): Promise<Visit> {
  const { at, outbox } = transaction;
  const isNew = input.visitId === null || input.visitId === undefined;
  const visit = isNew
    ? await planVisit(input, transaction)
    : await continueVisit(input.visitId ?? "", input, transaction);
  await outbox.insert({
    kind: "VISIT_RECORDED",
    at,
    subjectId: visit.subjectId,
    touched: [`Visit:${visit.id}`],
  });
  return visit;
}

async function planVisit(input: RecordVisitInput, transaction: PoliceTransaction): Promise<Visit> {
  const { officer, prevention, subjects } = transaction;
  if (!input.document) throw new HubError("BAD_INPUT", "A new visit names the person by `document`.");
  if (input.status !== VisitStatus.PLANNED)
    throw new HubError("INVALID_TRANSITION", "A visit begins PLANNED; then it is MET, SIGNED or REFUSED.");
  const subject = parseDocument(input.document);
  // Visits are made where the organ is: the plan of a region is that of its organs.
  const { region } = await requireAuthority(officer.authority, transaction);
  const id = randomUUID();
  await subjects.upsertSubjects([subject]);
  await prevention.insertVisit({ id, subjectId: subject.id, region, plannedOn: input.on });
  return {
    id,
    subjectId: subject.id,
    status: VisitStatus.PLANNED,
    plannedOn: input.on,
    metOn: null,
    commitmentReference: null,
  };
}

async function continueVisit(
  id: string,
  { status, on, commitmentReference }: RecordVisitInput,
  { at, prevention }: PoliceTransaction,
): Promise<Visit> {
  const visit = await prevention.lockVisit(id);
  if (visit === null) throw new HubError("NOT_FOUND", "There is no such visit.");
  requireTransition("visit", VISIT_TRANSITIONS, visit.status, status);
  if (on > chinaDay(at)) throw new HubError("BAD_INPUT", "`on` lies ahead: write down what has been done.");
  const next = {
    id: visit.id,
    subjectId: visit.subjectId,
    plannedOn: visit.plannedOn,
    status,
    metOn: status === VisitStatus.MET ? on : visit.metOn,
    commitmentReference:
      status === VisitStatus.SIGNED ? parseCommitment(commitmentReference) : visit.commitmentReference,
  };
  await prevention.updateVisit(next);
  return next;
}

function parseCommitment(reference: string | null | undefined): string {
  if (reference === null || reference === undefined)
    throw new HubError("BAD_INPUT", "SIGNED names the letter by `commitmentReference`.");
  return parseText("commitmentReference", reference, MAX_REFERENCE_LENGTH);
}
