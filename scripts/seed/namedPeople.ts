import type { NamedPeople, NamedPerson } from "./worldModel";
import type { HolderDraft } from "./world/holderDraft";
import { createCast } from "./world/named/createCast";
import { namedCases } from "./world/named/namedCases";
import { NAMED_BLOCK, openBlock } from "./world/openBlock";
import { createWorldPlan } from "./world/worldPlan";

/** What the named people's documents and cases follow from. */
export interface NamedPeopleOf {
  /** Decides documents and names. */
  readonly seed: number;
  /** Decides the year in the numbers of the cases that are young. */
  readonly now: Date;
}

/**
 * The people whom README, demo and tests call by a name; every world of that seed has them. A case number is
 * the organ's code, the year of opening and the organ's serial number: `A110100-2026-017`.
 */
export function namedPeople({ seed, now }: NamedPeopleOf): NamedPeople {
  const plan = createWorldPlan(seed, now);
  const cast = createCast(openBlock(plan, NAMED_BLOCK));
  const cases = namedCases(plan.today);
  return {
    clean: named(cast.clean),
    fiveCards: named(cast.fiveCards),
    ringMember: named(cast.ringMember, cases.ring.number),
    sanctioned: named(cast.sanctioned, cases.sanctioned.number),
    lifted: named(cast.lifted),
    unit: named(cast.unit, cases.unit.number),
  };
}

function named({ subject }: HolderDraft, caseNumber?: string): NamedPerson {
  return {
    document: subject.document,
    name: subject.name,
    ...(caseNumber === undefined ? {} : { caseNumber }),
  };
}
