import type { WorldChunk, WorldSanction } from "../worldModel";
import type { HolderDraft, LineDraft } from "./holderDraft";
import type { RingStory } from "./rings/createRing";

/** What a neighbourhood has come to. */
export interface ChunkParts {
  readonly holders: readonly HolderDraft[];
  readonly unregisteredLines: readonly LineDraft[];
  readonly sanctions: readonly WorldSanction[];
  readonly stories: readonly Omit<RingStory, "shell" | "sanctions">[];
}

/** A chunk with nothing in it. */
export const EMPTY_CHUNK: WorldChunk = {
  institutions: [],
  authorities: [],
  rectifications: [],
  patrols: [],
  warnings: [],
  indicators: [],
  tips: [],
  subjects: [],
  lines: [],
  blacklist: [],
  accounts: [],
  transfers: [],
  cases: [],
  sanctions: [],
  visits: [],
};

/** Lays the parts of a neighbourhood out as the writers take them. */
export function createChunk({ holders, unregisteredLines, sanctions, stories }: ChunkParts): WorldChunk {
  return {
    ...EMPTY_CHUNK,
    subjects: holders.map(({ subject }) => subject),
    lines: [...holders.flatMap(({ lines }) => lines), ...unregisteredLines],
    accounts: holders.flatMap(({ accounts }) => accounts),
    sanctions,
    cases: stories.map(story => story.case),
    transfers: stories.flatMap(({ transfers }) => transfers),
    visits: stories.flatMap(({ visits }) => visits),
    tips: stories.flatMap(({ tips }) => tips),
    indicators: stories.flatMap(({ indicators }) => indicators),
    blacklist: stories.flatMap(({ blacklist }) => blacklist),
  };
}
