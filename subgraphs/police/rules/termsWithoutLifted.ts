// EXT:MEASURES_2024: terms are served one after the other while they run. N20-5: what is lifted is lifted everywhere, and so
// are the years that it had added to others.
import { MeasureKind, Sector } from "../../shared/types/enums";
import type { MeasureInterval } from "./measureInForce";
import type { RuleTerms } from "./ruleVersions";
import { runningTerm } from "./runningTerm";
import { lastDay } from "./suspendFiveYears";

/** A measure of a sanction, with what its term was reckoned from. */
export interface ReckonedMeasure extends MeasureInterval {
  readonly sanctionId: string;
  readonly kind: MeasureKind;
  readonly sector: Sector;
  readonly recordedAt: Date;
  readonly convicted: boolean;
}

/**
 * A person's measures under one version that end earlier without a sanction that is being lifted, with their new last
 * day: each gets the term that it would have without it, and none a longer one than it has been given.
 */
export function termsWithoutLifted<Measure extends ReckonedMeasure>(
  measures: readonly Measure[],
  liftedId: string,
  terms: RuleTerms,
): Measure[] {
  const withIt: Measure[] = [];
  const without: Measure[] = [];
  const shortened: Measure[] = [];
  for (const measure of inOrder(measures)) {
    const isLifted = measure.sanctionId === liftedId;
    const endsOn = latestDay(measure, without, terms);
    const isShorter = endsOn < latestDay(measure, withIt, terms) && endsOn < measure.endsOn;
    const left = isShorter ? { ...measure, endsOn } : measure;
    withIt.push(measure);
    if (!isLifted) without.push(left);
    if (isShorter && !isLifted) shortened.push(left);
  }
  return shortened;
}

/** As they were recorded; of two at the same moment the longer one was added to the other. */
function inOrder<Measure extends ReckonedMeasure>(measures: readonly Measure[]): Measure[] {
  return [...measures].sort(
    (one, other) =>
      one.recordedAt.getTime() - other.recordedAt.getTime() || (one.endsOn < other.endsOn ? -1 : 1),
  );
}

function latestDay(measure: ReckonedMeasure, earlier: readonly ReckonedMeasure[], terms: RuleTerms): string {
  const { startsOn, sanctionId, convicted, kind } = measure;
  const added = earlier.filter(one => one.sanctionId !== sanctionId && runsAlong(one, measure));
  const years = kind === MeasureKind.NO_NEW_ACCOUNT ? terms.years.noNewAccount : terms.years.suspended;
  return lastDay({ terms, recognisedOn: startsOn, convicted, running: runningTerm(added, startsOn) }, years);
}

/** At banks and payment institutions one suspension tells how long the person is under all; on lines every measure counts. */
function runsAlong(one: ReckonedMeasure, { sector }: ReckonedMeasure): boolean {
  if (sector === Sector.TELECOM) return one.sector === Sector.TELECOM;
  return one.kind === MeasureKind.SUSPEND_NON_COUNTER;
}
