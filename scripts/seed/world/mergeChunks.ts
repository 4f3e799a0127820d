import type { WorldChunk } from "../worldModel";
import { EMPTY_CHUNK } from "./createChunk";

/** Lays chunks end to end as one. */
export function mergeChunks(chunks: readonly WorldChunk[]): WorldChunk {
  const kinds = Object.keys(EMPTY_CHUNK) as (keyof WorldChunk)[];
  // Each kind's lists are of that kind's type, which the compiler cannot follow through a key that varies.
  return Object.fromEntries(
    kinds.map(kind => [kind, chunks.flatMap(chunk => [...chunk[kind]])]),
  ) as unknown as WorldChunk;
}
