import { chinaDay } from "../../../schema/contract/calendar";
import { Sector } from "../../shared/types/enums";
import { ruleTermsOf } from "../rules/ruleVersions";
import { termsWithoutLifted, type ReckonedMeasure } from "../rules/termsWithoutLifted";
import type { Sanction } from "../types/Sanction";
import type { Ending } from "./endInvolvement";
import { eventMeasures } from "./eventMeasures";
import { measureFacts } from "./measureEvent";
import type { CallerTransaction } from "./policeTransaction";

/** Measures of one sanction with the last day that is left to them. */
interface ShortenedSanction {
  readonly sanction: Sanction;
  readonly measures: readonly ReckonedMeasure[];
}

/** The person's other sanctions that end earlier without the one that is about to be lifted. */
export async function findShortened(
  { id, subjectId, ruleVersion }: Sanction,
  { at, read, sanctions }: CallerTransaction,
): Promise<ShortenedSanction[]> {
  const terms = ruleTermsOf(ruleVersion);
  if (terms.consecutiveYears === null) return []; // each runs by itself
  const all = await read.sanctions.sanctionsOfSubjects([subjectId]);
  const alike = new Map(all.filter(one => one.ruleVersion === ruleVersion).map(one => [one.id, one]));
  const convicted = await sanctions.convictedOf(subjectId);
  const measures = (await read.sanctions.measuresOfSubjects([subjectId]))
    .filter(({ sanctionId, liftedAt }) => alike.has(sanctionId) && liftedAt === null)
    .map(measure => ({ ...measure, convicted: convicted.has(measure.sanctionId) }));
  const today = chinaDay(at);
  const isRunning = new Set(measures.filter(({ endsOn }) => endsOn >= today).map(nameOf));
  const shortened = termsWithoutLifted(measures, id, terms).filter(one => isRunning.has(nameOf(one)));
  return [...new Set(shortened.map(({ sanctionId }) => sanctionId))].flatMap(sanctionId => {
    const sanction = alike.get(sanctionId);
    const own = shortened.filter(one => one.sanctionId === sanctionId);
    return sanction === undefined ? [] : [{ sanction, measures: own }];
  });
}

function nameOf({ sanctionId, kind, sector, startsOn }: ReckonedMeasure): string {
  return [sanctionId, kind, sector, startsOn].join(" ");
}

/** Gives each its new last day and tells it; what would have been over by now is lifted at once. */
export async function shortenOthers(
  shortened: readonly ShortenedSanction[],
  ending: Ending,
  transaction: CallerTransaction,
): Promise<void> {
  const today = chinaDay(transaction.at);
  for (const { sanction, measures } of shortened) {
    const over = measures.filter(({ endsOn }) => endsOn < today);
    const left = measures.filter(({ endsOn }) => endsOn >= today);
    await transaction.sanctions.liftMeasures(sanction, over, transaction.at);
    await transaction.sanctions.shortenMeasures(sanction, left);
    await tell(sanction, over, { kind: "MEASURE_LIFTED", objectionId: ending.objectionId }, transaction);
    await tell(sanction, left, { kind: "MEASURE_IN_FORCE" }, transaction);
  }
}

type Turn =
  | { readonly kind: "MEASURE_IN_FORCE" }
  | { readonly kind: "MEASURE_LIFTED"; readonly objectionId: string | null };

/** The regulator's measures by themselves: their cause is its act. */
async function tell(
  { id, subjectId, caseNumber, ruleVersion }: Sanction,
  measures: readonly ReckonedMeasure[],
  turn: Turn,
  { at, outbox }: CallerTransaction,
): Promise<void> {
  const isTelecom = ({ sector }: ReckonedMeasure): boolean => sector === Sector.TELECOM;
  for (const [causeKind, told] of [
    ["SANCTION", measures.filter(one => !isTelecom(one))],
    ["TELECOM_MEASURE", measures.filter(isTelecom)],
  ] as const) {
    if (told.length === 0) continue;
    const facts = measureFacts({
      ...{ causeKind, causeId: id, caseNumber, subjectId, ruleVersion },
      measures: eventMeasures(told),
      article: ruleTermsOf(ruleVersion).article,
    });
    const entry = { kind: turn.kind, at, subjectId, sanctionId: id, caseNumber };
    await outbox.insert({ ...entry, event: { ...turn, ...facts } });
  }
}
