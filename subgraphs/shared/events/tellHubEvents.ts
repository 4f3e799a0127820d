import type { RunningSubgraph } from "../runningSubgraph";
import type { HubEventStore } from "./hubEventStore";

/** What `HubEventResolver` works with. */
export interface HubEventContext {
  readonly hubEvents: HubEventStore;
}

/** Gives a subgraph whose schema has `HubEventResolver` the events that it tells. */
export function tellHubEvents(running: RunningSubgraph, hubEvents: HubEventStore): RunningSubgraph {
  return {
    ...running,
    createContext: claims => Object.assign(running.createContext(claims), { hubEvents }),
  };
}
