import type { Random } from "../random/createRandom";
import { INSTITUTION_PROFILES, type InstitutionProfile } from "../reference/institutionProfiles";

/** Who is not to be picked. */
export interface Choice {
  /** Only those that have reported everything. */
  readonly isComplete?: boolean;
  readonly isNoReseller?: boolean;
  readonly otherThan?: InstitutionProfile;
}

const REPORTING = INSTITUTION_PROFILES.filter(profile => profile.reporting !== "SILENT");

/** An institution of the sector that has reported anything at all, by its share of customers. */
export function pickInstitution(
  random: Random,
  sector: InstitutionProfile["sector"],
  { isComplete = false, isNoReseller = false, otherThan }: Choice = {},
): InstitutionProfile {
  const candidates = REPORTING.filter(
    profile =>
      profile.sector === sector &&
      profile !== otherThan &&
      !(isComplete && profile.reporting !== "COMPLETE") &&
      !(isNoReseller && profile.isReseller),
  );
  return random.weighted(candidates.map(profile => [profile, profile.weight] as const));
}
