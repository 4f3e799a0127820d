import { addDays, chinaDay, endOfChinaDay } from "../../../schema/contract/calendar";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";

type Term = Pick<StandingMeasure, "startsOn" | "endsOn" | "startsAt" | "endsAt">;

/**
 * When a restriction stands that is ordered at a moment: from the measure's own beginning, and never before anybody
 * had been told; until the end of its last day, or to the moment where the measure says one.
 */
export function restrictionInterval(
  { startsOn, endsOn, startsAt, endsAt }: Term,
  at: Date,
): { readonly startsAt: Date; readonly endsAt: Date | null } {
  const begins = startsAt ?? (startsOn > chinaDay(at) ? beginningOf(startsOn) : at);
  return {
    startsAt: begins > at ? begins : at,
    endsAt: endsAt ?? (endsOn === null ? null : beginningOf(addDays(endsOn, 1))),
  };
}

/** Midnight, China Standard Time. */
function beginningOf(day: string): Date {
  return endOfChinaDay(new Date(`${addDays(day, -1)}T00:00:00Z`));
}
