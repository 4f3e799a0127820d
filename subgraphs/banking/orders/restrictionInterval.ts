import { endOfChinaDay } from "../../../schema/contract/calendar";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";

type Term = Pick<StandingMeasure, "endsOn" | "startsAt" | "endsAt">;

/**
 * When a restriction stands that is ordered at a moment, which is no day before the measure's first: from the moment
 * that the measure says, and never before anybody had been told; until the end of its last day, or to the moment where
 * the measure says one.
 */
export function restrictionInterval(
  { endsOn, startsAt, endsAt }: Term,
  at: Date,
): { readonly startsAt: Date; readonly endsAt: Date | null } {
  return {
    startsAt: startsAt !== null && startsAt > at ? startsAt : at,
    endsAt: endsAt ?? (endsOn === null ? null : endOfChinaDay(new Date(`${endsOn}T00:00:00Z`))),
  };
}
