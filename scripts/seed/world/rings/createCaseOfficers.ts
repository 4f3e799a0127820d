import type { Block } from "../block";

/** Who works on a case; the lead confirms what the investigators add, never what is their own. */
export interface CaseOfficers {
  readonly lead: string;
  readonly investigators: readonly string[];
}

const OFFICERS_PER_COUNTY = 6;
const MOST_INVESTIGATORS = 3;

/** Made-up officers of the county; none of the demo users is among them. */
export function createCaseOfficers({ random, division }: Block): CaseOfficers {
  const places = Array.from({ length: OFFICERS_PER_COUNTY }, (_, position) => position + 1);
  const [lead = 1, ...investigators] = random.sample(places, random.integer(2, MOST_INVESTIGATORS + 1));
  const officer = (place: number): string => `police/${division.code}-${String(place).padStart(2, "0")}`;
  return { lead: officer(lead), investigators: investigators.map(officer) };
}
