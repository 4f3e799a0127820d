import type { Kysely } from "kysely";
import type { RequestClaims } from "../../schema/contract/claims";
import type { Subgraph } from "./buildSubgraph";
import type { PulledEvent } from "./events/startPuller";
import type { FeedName } from "./relay/relayStore";

/** What a subgraph does about another's events. */
export interface Follower {
  readonly source: FeedName;
  /** Makes their effects, in one transaction with the place that is kept; the same ones may come again. */
  apply(tx: Kysely<unknown>, events: readonly PulledEvent[]): Promise<void>;
}

/** A subgraph with its store behind it: what serves requests, in process or over HTTP. */
export interface RunningSubgraph {
  readonly subgraph: Subgraph;
  /** Loaders and stores for one request. */
  createContext(claims: RequestClaims): object;
  readonly follows?: readonly Follower[];
  /** What is done without being asked, a bounded piece at a time; true where more of it waits. */
  readonly chores?: readonly (() => Promise<boolean>)[];
}
