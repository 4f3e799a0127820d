import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseDocument } from "../input/parseDocument";
import { parseText } from "../input/parseText";
import { requireDayOfCase } from "../rules/recognitionDay";
import type { RuleTerms } from "../rules/ruleVersions";
import { requireSanctionTarget } from "../rules/sanctionTargets";
import type { MeasureTerm } from "../rules/suspendFiveYears";
import type { RecogniseSanctionInput } from "../types/RecogniseSanctionInput";
import type { Sanction } from "../types/Sanction";
import { eventMeasures } from "./eventMeasures";
import { foreseeMeasures } from "./foreseeMeasures";
import { measureFacts } from "./measureEvent";
import { parseRecognition } from "./parseRecognition";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireImposingOrgan } from "./requireOrgan";
import { rereadSanction } from "./requireSanction";

/** What a notice can list; whoever needs more attaches a list. */
const MAX_PAPERS = 50;

/**
 * An organ of a districted city or above recognises what somebody did. The measures follow from the version in force on
 * the day and hold from that day on; for phone cards alone there are none until the telecom regulator sets them. Who
 * sends the same again, word for word, means the same sanction while it is not lifted: an answer may have been lost.
 */
export async function recogniseSanction(
  input: RecogniseSanctionInput,
  transaction: PoliceTransaction,
): Promise<Sanction> {
  const { officer, at, subjects, sanctions } = transaction;
  const organ = await requireImposingOrgan(transaction);
  const notice = parseNotice(input);
  const subject = parseDocument(input.document);
  const recognition = parseRecognition(input, at);
  const { terms, target } = recognition;
  requireSanctionTarget(target, terms, organ.level);
  const { number, openedOn } = await requireOpenCase(input.caseNumber, transaction);
  requireDayOfCase(input.recognisedOn, openedOn, chinaDay(at));
  await subjects.upsertSubjects([subject]);
  await sanctions.lockSubject(subject.id);
  const { role, conduct, instruments, facts } = target;
  const sanction = {
    ...notice,
    id: randomUUID(),
    subjectId: subject.id,
    role,
    conduct,
    instruments,
    ruleVersion: terms.version,
    recognisedBy: officer.authority,
    recognisedOfficer: officer.id,
    recognisedOn: input.recognisedOn,
    caseNumber: number,
    facts,
  };
  const known = await sanctions.findSame(sanction);
  if (known !== null) return rereadSanction(known, transaction);
  const measures = await foreseeMeasures(recognition, input.recognisedOn, transaction);
  await sanctions.insertSanction(sanction);
  await sanctions.insertMeasures(sanction, measures, at);
  await tell(sanction, measures, terms, transaction);
  return rereadSanction(sanction.id, transaction);
}

function parseNotice({ reason, remedy, papers }: RecogniseSanctionInput) {
  if (papers.length > MAX_PAPERS)
    throw new HubError("LIMIT_EXCEEDED", `A notice lists at most ${MAX_PAPERS} papers.`);
  return {
    reason: parseText("reason", reason),
    remedy: parseText("remedy", remedy),
    papers: papers.map(paper => parseText("papers", paper)),
  };
}

async function tell(
  { id, subjectId, caseNumber }: { id: string; subjectId: string; caseNumber: string },
  measures: MeasureTerm[],
  { article, version }: RuleTerms,
  { at, outbox }: PoliceTransaction,
): Promise<void> {
  const entry = { at, subjectId, sanctionId: id, caseNumber };
  // A sanction without measures restricts nothing yet, so nobody has to act on it.
  if (measures.length === 0) return outbox.insert({ kind: "SANCTION_RECOGNISED", ...entry });
  const facts = measureFacts({
    causeKind: "SANCTION",
    causeId: id,
    caseNumber,
    subjectId,
    measures: eventMeasures(measures),
    article,
    ruleVersion: version,
  });
  const event = { kind: "MEASURE_IN_FORCE", ...facts } as const;
  return outbox.insert({ kind: event.kind, ...entry, event });
}
