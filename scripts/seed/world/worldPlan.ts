import { addDays, chinaDay } from "../../../schema/contract/calendar";
import type { WorldInstitution, WorldOutlet } from "../worldModel";
import { createRandom, type Random } from "./random/createRandom";
import { createInstitutions, STALE_DAYS } from "./reference/createInstitutions";
import type { InstitutionProfile } from "./reference/institutionProfiles";
import { momentOn } from "./worldCalendar";

/** What every block of one world is made from; none of it grows with the number of people. */
export interface WorldPlan {
  readonly seed: number;
  /** The China Standard Time day on which the world is made: nothing in it happened after this day began. */
  readonly today: string;
  /** The first moment of `today`. */
  readonly nowAt: string;
  /** The whole world's chance: fork it, never draw from it. */
  readonly random: Random;
  readonly institutions: readonly WorldInstitution[];
  outletsOf(institution: string): readonly WorldOutlet[];
  /** The last day of which this institution has reported anything. */
  lastReportedOn(profile: InstitutionProfile): string;
}

/** Before this day the four rule versions have no sanctions old enough to have been served and objected to. */
const EARLIEST_TODAY = "2025-07-01";
/** From then on no sanction of the notice of 2020 that the world tells of would still be in force. */
const LATEST_TODAY = "2029-01-31";

/** Fixes what a seed and a day decide; throws RangeError for a day of which the world's story cannot be told. */
export function createWorldPlan(seed: number, now: Date): WorldPlan {
  const today = chinaDay(now);
  if (today < EARLIEST_TODAY || today > LATEST_TODAY) {
    throw new RangeError(
      `The made-up world is told from ${EARLIEST_TODAY} to ${LATEST_TODAY}, not on ${today}.`,
    );
  }
  const institutions = createInstitutions(today);
  const outlets = new Map(institutions.map(institution => [institution.code, institution.outlets]));
  return {
    seed,
    today,
    nowAt: momentOn(today, 0),
    random: createRandom(seed),
    institutions,
    outletsOf: institution => outlets.get(institution) ?? [],
    lastReportedOn: profile => addDays(today, profile.reporting === "STALE" ? -STALE_DAYS - 1 : -1),
  };
}
