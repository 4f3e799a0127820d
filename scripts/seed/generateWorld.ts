import type { WorldChunk } from "./worldModel";
import { BLOCK_PEOPLE, createBlock } from "./world/createBlock";
import { EMPTY_CHUNK } from "./world/createChunk";
import { mergeChunks } from "./world/mergeChunks";
import { CAST_PEOPLE } from "./world/named/createCast";
import { createNamedBlock } from "./world/named/createNamedBlock";
import { MOST_BLOCKS } from "./world/openBlock";
import { createAuthorities } from "./world/reference/createAuthorities";
import { createPatrolTally } from "./world/reference/createPatrolTally";
import { createRectifications } from "./world/reference/createRectifications";
import { createWarnings } from "./world/reference/createWarnings";
import { createWorldPlan, type WorldPlan } from "./world/worldPlan";

/** What a made-up world follows from: the same seed on the same day gives the same world, byte for byte. */
export interface WorldSettings {
  /** Natural persons; units come on top. A world never has fewer than the named people's stories need. */
  readonly people: number;
  readonly seed: number;
  /** Only its day, China Standard Time, counts. */
  readonly now: Date;
}

/** At most 450 people a chunk: large enough for batch inserts, small enough to be held beside them. */
const BLOCKS_PER_CHUNK = 3;
/** The most people that a world can have without two of them sharing a document. */
export const MOST_PEOPLE = MOST_BLOCKS * BLOCK_PEOPLE;

/**
 * Yields the made-up world: first the reference data with the named people, then neighbourhood by neighbourhood,
 * at last the patrol register, which counts what went before. Nothing but that count is kept from chunk to
 * chunk, so that a world of any size takes the memory of one chunk.
 */
export function* generateWorld({ people, seed, now }: WorldSettings): Generator<WorldChunk, void, undefined> {
  if (!Number.isSafeInteger(people) || people < 0 || people > MOST_PEOPLE) {
    throw new RangeError(`A world has between 0 and ${MOST_PEOPLE} people.`);
  }
  const plan = createWorldPlan(seed, now);
  const tally = createPatrolTally(plan);
  for (const chunk of peopledChunks(plan, people)) {
    tally.add(chunk);
    yield chunk;
  }
  yield { ...EMPTY_CHUNK, patrols: tally.patrols() };
}

function* peopledChunks(plan: WorldPlan, people: number): Generator<WorldChunk, void, undefined> {
  yield { ...createNamedBlock(plan), ...createReferenceData(plan) };
  const others = Math.max(0, people - CAST_PEOPLE);
  const blocks = Math.ceil(others / BLOCK_PEOPLE);
  for (let first = 0; first < blocks; first += BLOCKS_PER_CHUNK) {
    const count = Math.min(BLOCKS_PER_CHUNK, blocks - first);
    yield mergeChunks(
      Array.from({ length: count }, (_, position) => {
        const place = first + position;
        return createBlock(plan, place + 1, Math.min(BLOCK_PEOPLE, others - place * BLOCK_PEOPLE));
      }),
    );
  }
}

function createReferenceData(plan: WorldPlan): Partial<WorldChunk> {
  return {
    institutions: plan.institutions,
    authorities: createAuthorities(),
    rectifications: createRectifications(plan),
    warnings: createWarnings(plan),
  };
}
