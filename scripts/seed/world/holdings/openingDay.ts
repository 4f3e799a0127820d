import { addDays, addYears, daysBetween } from "../../../../schema/contract/calendar";
import type { HolderDraft } from "../holderDraft";
import type { Random } from "../random/createRandom";
import { later } from "../worldCalendar";

/** Most that is open was opened in late years: above 1, the days crowd towards the last one. */
const SKEW = 1.8;
/** Nobody opens anything alone below this age. */
const YEARS_OF_AGE = 16;
const EARLIEST_OPENING = "2004-03-01";

/** A day between the two, more probably a late one. */
export function openingDay(random: Random, earliest: string, latest: string): string {
  const days = Math.max(0, daysBetween(earliest, latest));
  return addDays(latest, -Math.floor(random.fraction() ** SKEW * (days + 1)));
}

/** The first day on which this person or unit could open anything. */
export function earliestOpening(holder: HolderDraft): string {
  const grownUpOn = holder.subject.kind === "UNIT" ? holder.since : addYears(holder.since, YEARS_OF_AGE);
  return later(grownUpOn, EARLIEST_OPENING);
}
