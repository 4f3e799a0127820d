import type { PoliceEventMeasure } from "../../../schema/contract/policeEvents";
import type { MeasureTerm } from "../rules/suspendFiveYears";

/** Measures in the words of an event. Of the four sectors the police themselves never have a measure. */
export function eventMeasures(measures: readonly MeasureTerm[]): PoliceEventMeasure[] {
  return measures.map(({ kind, sector, startsOn, endsOn }) => ({
    kind,
    sector: sector as PoliceEventMeasure["sector"],
    startsOn,
    endsOn,
  }));
}
