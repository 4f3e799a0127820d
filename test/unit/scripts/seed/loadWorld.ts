import { generateWorld } from "../../../../scripts/seed/generateWorld";
import { mergeChunks } from "../../../../scripts/seed/world/mergeChunks";
import type { WorldChunk } from "../../../../scripts/seed/worldModel";

/** The day on which the tests' worlds are made. */
export const NOW = new Date("2026-11-24T08:30:00Z");
/** The same day, China Standard Time. */
export const TODAY = "2026-11-24";

/** A whole world in one piece: only tests of a few thousand people can afford it. */
export function loadWorld(people: number, seed: number, now: Date = NOW): WorldChunk {
  return mergeChunks([...generateWorld({ people, seed, now })]);
}
