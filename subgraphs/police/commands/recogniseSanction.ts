import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { MeasureKind } from "../../shared/types/enums";
import { parseDocument } from "../input/parseDocument";
import { parseText } from "../input/parseText";
import { noNewAccount } from "../rules/noNewAccount";
import { ruleTermsOn, type RuleTerms } from "../rules/ruleVersions";
import { runningTerm } from "../rules/runningTerm";
import { requireSanctionTarget } from "../rules/sanctionTargets";
import { suspendFiveYears, type MeasureTerm } from "../rules/suspendFiveYears";
import type { RecogniseSanctionInput } from "../types/RecogniseSanctionInput";
import type { Sanction } from "../types/Sanction";
import { eventMeasures } from "./eventMeasures";
import { measureFacts } from "./measureEvent";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireImposingOrgan } from "./requireOrgan";
import { rereadSanction } from "./requireSanction";

/** What a notice can list; whoever needs more attaches a list. */
const MAX_PAPERS = 50;

/**
 * An organ of a districted city or above recognises what somebody did. The measures follow from the version in force on
 * the day and hold from that day on; for phone cards alone there are none until the telecom regulator sets them.
 */
export async function recogniseSanction(
  input: RecogniseSanctionInput,
  transaction: PoliceTransaction,
): Promise<Sanction> {
  const { officer, at, subjects, sanctions } = transaction;
  const organ = await requireImposingOrgan(transaction);
  const subject = parseDocument(input.document);
  const notice = parseNotice(input);
  if (input.recognisedOn > chinaDay(at)) throw new HubError("BAD_INPUT", "`recognisedOn` lies ahead.");
  const terms = ruleTermsOn(input.recognisedOn);
  const instruments = [...new Set(input.instruments)];
  const { role, conduct, recognisedOn, facts } = input;
  const { kind } = subject.document;
  requireSanctionTarget({ kind, role, conduct, instruments, facts }, terms, organ.level);
  const { number } = await requireOpenCase(input.caseNumber, transaction);
  await subjects.upsertSubjects([subject]);
  await sanctions.lockSubject(subject.id);
  const measures = await measuresOf({ recognisedOn, instruments, facts }, subject.id, terms, transaction);
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
    recognisedOn,
    caseNumber: number,
    facts,
  };
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

async function measuresOf(
  {
    recognisedOn,
    instruments,
    facts,
  }: Pick<RecogniseSanctionInput, "recognisedOn" | "instruments" | "facts">,
  subjectId: string,
  terms: RuleTerms,
  { read }: PoliceTransaction,
): Promise<MeasureTerm[]> {
  const [earlier, measures] = await Promise.all([
    read.sanctions.sanctionsOfSubjects([subjectId]),
    read.sanctions.measuresOfSubjects([subjectId]),
  ]);
  const alike = new Set(earlier.filter(one => one.ruleVersion === terms.version).map(one => one.id));
  // Both suspensions run alike, so one of them tells how long the person is suspended already.
  const suspensions = measures.filter(
    ({ sanctionId, kind }) => alike.has(sanctionId) && kind === MeasureKind.SUSPEND_NON_COUNTER,
  );
  const running = runningTerm(suspensions, recognisedOn);
  const ground = { terms, recognisedOn, instruments, convicted: facts.convicted, running };
  return [...suspendFiveYears(ground), ...noNewAccount(ground)];
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
