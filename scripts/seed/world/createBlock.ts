import { addDays } from "../../../schema/contract/calendar";
import type { WorldChunk, WorldSanction } from "../worldModel";
import type { Block } from "./block";
import { createChunk } from "./createChunk";
import { addLineOrders } from "./holdings/addLineOrders";
import { addPersonalAccounts } from "./holdings/addPersonalAccounts";
import { addPersonalLines } from "./holdings/addPersonalLines";
import { addReviewOrders } from "./holdings/addReviewOrders";
import { addUnitHoldings } from "./holdings/addUnitHoldings";
import { createUnregisteredLines } from "./holdings/createUnregisteredLines";
import type { HolderDraft } from "./holderDraft";
import { openBlock } from "./openBlock";
import { createPeople } from "./people/createPeople";
import { createUnit } from "./people/createUnit";
import { createRing } from "./rings/createRing";
import { planRing } from "./rings/planRing";
import type { RingPlan } from "./rings/ring";
import { applySanction } from "./sanctions/applySanction";
import { dropForbiddenOpenings } from "./sanctions/dropForbiddenOpenings";
import { planSolos } from "./sanctions/planSolos";
import type { WorldPlan } from "./worldPlan";

/** People of a full neighbourhood: each has one ring, so about one ring in 150 people. */
export const BLOCK_PEOPLE = 150;

const UNITS_PER_BLOCK = 2;

interface UnitOf {
  readonly holder: HolderDraft;
  readonly representative: HolderDraft;
}

/**
 * Makes the neighbourhood with this index, from the plan and the index alone: nothing that another one made is
 * needed, so nothing has to be kept.
 */
export function createBlock(plan: WorldPlan, index: number, peopleCount: number): WorldChunk {
  const block = openBlock(plan, index);
  const people = createPeople(block, peopleCount);
  const ring = planRing(block, people);
  const innocent = withoutRing(people, ring);
  const units = foundUnits(block, innocent);
  const solos = planSolos(block, { people: innocent, unit: units[0] ?? null });
  for (const [position, person] of people.entries()) {
    live(block, person, sanctionsOf(person, ring, solos), people[position - 1]);
  }
  for (const [position, unit] of units.entries()) {
    addUnitHoldings(block, unit.holder, unit.representative, index * UNITS_PER_BLOCK + position);
    dropForbiddenOpenings(unit.holder, sanctionsOf(unit.holder, ring, solos));
  }
  const story = ring === null ? null : createRing(block, ring);
  const applied = [...solos].map(([holder, sanction]) => applySanction(block, sanction, holder));
  const shell = story?.shell ?? null;
  return createChunk({
    holders: [...people, ...units.map(unit => unit.holder), ...(shell === null ? [] : [shell])],
    unregisteredLines: createUnregisteredLines(block),
    sanctions: [...(story?.sanctions ?? []), ...applied],
    stories: story === null ? [] : [story],
  });
}

function withoutRing(people: readonly HolderDraft[], ring: RingPlan | null): HolderDraft[] {
  const part = new Set<HolderDraft>(ring === null ? [] : [...ring.members, ...ring.victims, ring.lender]);
  return people.filter(person => !part.has(person));
}

function foundUnits(block: Block, people: readonly HolderDraft[]): UnitOf[] {
  return block.random
    .sample(people, UNITS_PER_BLOCK)
    .map(representative => ({ representative, holder: createUnit(block, representative) }));
}

function sanctionsOf(
  holder: HolderDraft,
  ring: RingPlan | null,
  solos: ReadonlyMap<HolderDraft, WorldSanction>,
): WorldSanction[] {
  return [ring?.sanctions.get(holder), solos.get(holder)].filter(sanction => sanction !== undefined);
}

// Lines first: banks ask for a number when an account is opened.
function live(
  block: Block,
  person: HolderDraft,
  sanctions: readonly WorldSanction[],
  relative: HolderDraft | undefined,
): void {
  const yesterday = addDays(block.plan.today, -1);
  addPersonalLines(block, person, yesterday);
  dropForbiddenOpenings(person, sanctions);
  addPersonalAccounts(block, person, yesterday, relative);
  dropForbiddenOpenings(person, sanctions);
  for (const line of person.lines) addLineOrders(block, line);
  addReviewOrders(block, person);
}
