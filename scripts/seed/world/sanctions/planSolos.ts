import { addYears } from "../../../../schema/contract/calendar";
import type { WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { cityOrganOf, MINISTRY, PROVINCE_ORGAN } from "../reference/organs";
import { createSanction } from "./createSanction";
import { recognitionDay } from "./recognitionDay";
import { RULE_VERSIONS } from "./ruleVersions";
import { SOLO_PROFILES, type SoloProfile } from "./soloProfiles";

/** Who may be sanctioned outside a ring. */
export interface SoloCandidates {
  /** People who have no part in the neighbourhood's ring. */
  readonly people: readonly HolderDraft[];
  readonly unit: { readonly holder: HolderDraft; readonly representative: HolderDraft } | null;
}

const SOLOS_PER_BLOCK = 2;
const ADULT_YEARS = 18;

/** Sanctions whose story no case of the hub tells: two in each neighbourhood, the profiles in turn. */
export function planSolos(block: Block, candidates: SoloCandidates): Map<HolderDraft, WorldSanction> {
  const sanctions = new Map<HolderDraft, WorldSanction>();
  for (let position = 0; position < SOLOS_PER_BLOCK; position += 1) {
    const turn = (block.index - 1) * SOLOS_PER_BLOCK + position;
    const profile = SOLO_PROFILES[turn % SOLO_PROFILES.length];
    if (profile === undefined) continue;
    const recognisedOn = profile.recognisedOn ?? dayFor(block, profile);
    const holder = chooseHolder(block, candidates, profile, recognisedOn);
    if (holder !== null && !sanctions.has(holder)) {
      sanctions.set(holder, sanctionHolder(block, holder, profile, recognisedOn));
    }
  }
  return sanctions;
}

function dayFor({ random, plan }: Block, { version, conduct, standing }: SoloProfile): string {
  const terms = RULE_VERSIONS.find(candidate => candidate.name === version);
  if (terms === undefined) throw new RangeError(`There is no rule version ${version}.`);
  return recognitionDay(random, terms, { conduct, standing, today: plan.today });
}

function chooseHolder(
  { random }: Block,
  { people, unit }: SoloCandidates,
  { role }: SoloProfile,
  recognisedOn: string,
): HolderDraft | null {
  if (role === "UNIT") return unit?.holder ?? null;
  if (role === "RESPONSIBLE_MANAGER") return unit?.representative ?? null;
  const grownUp = people.filter(person => addYears(person.since, ADULT_YEARS) < recognisedOn);
  return grownUp.length === 0 ? null : random.pick(grownUp);
}

function sanctionHolder(
  block: Block,
  holder: HolderDraft,
  profile: SoloProfile,
  recognisedOn: string,
): WorldSanction {
  return createSanction(block, {
    subject: holder.subject.document,
    role: profile.role,
    conduct: profile.conduct,
    instruments: profile.instruments,
    recognisedOn,
    recognisedBy: chooseOrgan(block),
    caseNumber: null,
    telecomKinds: profile.telecomKinds ?? [],
    standing: profile.standing,
  });
}

// Districted city or above: the county's organ never stands here.
function chooseOrgan({ random, division }: Block): string {
  return random.weighted([
    [cityOrganOf(division), 85],
    [PROVINCE_ORGAN, 12],
    [MINISTRY, 3],
  ]);
}
