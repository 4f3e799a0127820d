import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";
import type { RunningSubgraph } from "../runningSubgraph";

/** Finds what a subgraph keeps. */
export interface KeptThingStore {
  find(kind: KeptKind, id: string): Promise<KeptThing | null>;
}

/** What `KeptThingResolver` works with. */
export interface KeptThingContext {
  readonly keptThings: KeptThingStore;
}

/** Gives a subgraph whose schema has `KeptThingResolver` the things that it tells of. */
export function tellKeptThings(running: RunningSubgraph, keptThings: KeptThingStore): RunningSubgraph {
  return {
    ...running,
    createContext: claims => Object.assign(running.createContext(claims), { keptThings }),
  };
}
