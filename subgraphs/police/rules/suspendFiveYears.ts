// N16-5, N20-5: five years in which bank accounts lose non-counter business and payment accounts all business.
// EXT:MEASURES_2024: three years for the convicted, two for others; repeated ones add up to five at most.
import { addYears } from "../../../schema/contract/calendar";
import { MeasureKind, Sector } from "../../shared/types/enums";
import type { Instrument } from "../types/enums";
import { isBankInstrument } from "./instruments";
import type { RuleTerms } from "./ruleVersions";
import type { Term } from "./runningTerm";

/** One consequence, both days included. */
export interface MeasureTerm {
  readonly kind: MeasureKind;
  readonly sector: Sector;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What decides the intervals of a sanction's measures. */
export interface MeasureGround {
  readonly terms: RuleTerms;
  readonly recognisedOn: string;
  readonly instruments: readonly Instrument[];
  readonly convicted: boolean;
  /** The person's unbroken sanctions under the same version that still run on the day; null: none. */
  readonly running: Term | null;
}

/** The suspensions of a recognition; none where no bank's card or account was used: phone cards restrict no account. */
export function suspendFiveYears(ground: MeasureGround): MeasureTerm[] {
  if (!ground.instruments.some(isBankInstrument)) return [];
  const interval = { startsOn: ground.recognisedOn, endsOn: lastDay(ground, ground.terms.years.suspended) };
  return [
    { kind: MeasureKind.SUSPEND_NON_COUNTER, sector: Sector.BANKING, ...interval },
    { kind: MeasureKind.SUSPEND_ALL_PAYMENT, sector: Sector.PAYMENT, ...interval },
  ];
}

/** The last day of a term of so many years, prolonged by what runs already and capped where the version caps it. */
export function lastDay(
  { terms, recognisedOn, convicted, running }: Omit<MeasureGround, "instruments">,
  years: number,
): string {
  const length = (convicted ? terms.convictedYears : null) ?? years;
  if (terms.consecutiveYears === null || running === null) return addYears(recognisedOn, length);
  const added = addYears(running.endsOn, length);
  const cap = addYears(running.startsOn, terms.consecutiveYears);
  const shorter = added < cap ? added : cap;
  // At the cap a new recognition adds nothing, but it never shortens what runs, nor ends before it begins.
  return shorter < running.endsOn ? running.endsOn : shorter;
}
