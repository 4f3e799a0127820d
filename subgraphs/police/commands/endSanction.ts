import { ruleTermsOf } from "../rules/ruleVersions";
import type { Sanction } from "../types/Sanction";
import type { Ending } from "./endInvolvement";
import { eventMeasures } from "./eventMeasures";
import { measureFacts } from "./measureEvent";
import type { CallerTransaction } from "./policeTransaction";
import { findShortened, shortenOthers } from "./shortenOthers";

/**
 * Lifts a sanction with every measure of it that stands, the regulator's too, and what it had added to others, and tells
 * both sectors.
 */
export async function endSanction(
  sanction: Sanction,
  ending: Ending,
  transaction: CallerTransaction,
): Promise<void> {
  await transaction.sanctions.lockSubject(sanction.subjectId);
  const shortened = await findShortened(sanction, transaction);
  await liftOne(sanction, ending, transaction);
  await shortenOthers(shortened, ending, transaction);
}

async function liftOne(
  { id, subjectId, caseNumber, ruleVersion }: Sanction,
  { by, reason, objectionId }: Ending,
  { at, sanctions, outbox }: CallerTransaction,
): Promise<void> {
  const ended = await sanctions.liftSanction({ id, subjectId }, by, reason, at);
  const entry = { at, subjectId, sanctionId: id, caseNumber };
  if (ended.length === 0) return outbox.insert({ kind: "SANCTION_LIFTED", ...entry });
  const facts = measureFacts({
    causeKind: "SANCTION",
    causeId: id,
    caseNumber,
    subjectId,
    measures: eventMeasures(ended),
    article: ruleTermsOf(ruleVersion).article,
    ruleVersion,
  });
  const event = { kind: "MEASURE_LIFTED", ...facts, objectionId } as const;
  return outbox.insert({ kind: event.kind, ...entry, event });
}
