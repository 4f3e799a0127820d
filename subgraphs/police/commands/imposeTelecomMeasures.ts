import { HubError } from "../../../schema/contract/errors";
import { Sector } from "../../shared/types/enums";
import { parseText } from "../input/parseText";
import { ruleTermsOf } from "../rules/ruleVersions";
import { runningTerm, type Term } from "../rules/runningTerm";
import { telecomSanction } from "../rules/telecomSanction";
import type { ImposeTelecomMeasuresInput } from "../types/ImposeTelecomMeasuresInput";
import type { Sanction } from "../types/Sanction";
import { eventMeasures } from "./eventMeasures";
import { measureFacts } from "./measureEvent";
import type { CallerTransaction } from "./policeTransaction";
import { requireSanction, rereadSanction } from "./requireSanction";

/** The telecom regulator's act: only by it does a phone-card sanction restrict lines (N20-5). */
export async function imposeTelecomMeasures(
  input: ImposeTelecomMeasuresInput,
  transaction: CallerTransaction,
): Promise<Sanction> {
  const { caller, at, sanctions, outbox } = transaction;
  if (caller.kind !== "TELECOM_REGULATOR")
    throw new HubError("FORBIDDEN", "Only the telecom regulator sets telecom measures.");
  const reason = parseText("reason", input.reason);
  const { sanction, measures, status, convicted } = await requireSanction(input.sanctionId, transaction);
  await sanctions.lockSubject(sanction.subjectId);
  const standing = measures.filter(({ liftedAt }) => liftedAt === null).map(({ kind }) => kind);
  const imposed = telecomSanction({
    kinds: input.kinds,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    status,
    servedOn: sanction.servedOn,
    standing,
    version: sanction.ruleVersion,
    instruments: sanction.instruments,
    recognisedOn: sanction.recognisedOn,
    convicted,
    running: await runningOf(sanction, input.startsOn, transaction),
  });
  await sanctions.insertMeasures(sanction, imposed, at, { by: caller.id, reason });
  const { id, subjectId, caseNumber } = sanction;
  const facts = measureFacts({
    causeKind: "TELECOM_MEASURE",
    causeId: id,
    caseNumber,
    subjectId,
    measures: eventMeasures(imposed),
    article: ruleTermsOf(sanction.ruleVersion).article,
    ruleVersion: sanction.ruleVersion,
  });
  const event = { kind: "MEASURE_IN_FORCE", ...facts } as const;
  await outbox.insert({ kind: event.kind, at, subjectId, sanctionId: id, caseNumber, event });
  return rereadSanction(id, transaction);
}

/** What other sanctions under the same version hold against the person's lines on that day. */
async function runningOf(
  { id, subjectId, ruleVersion }: Sanction,
  day: string,
  { read }: CallerTransaction,
): Promise<Term | null> {
  const [sanctions, measures] = await Promise.all([
    read.sanctions.sanctionsOfSubjects([subjectId]),
    read.sanctions.measuresOfSubjects([subjectId]),
  ]);
  const alike = new Set(
    sanctions.filter(one => one.ruleVersion === ruleVersion && one.id !== id).map(one => one.id),
  );
  return runningTerm(
    measures.filter(({ sanctionId, sector }) => alike.has(sanctionId) && sector === Sector.TELECOM),
    day,
  );
}
