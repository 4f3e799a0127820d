import type { RequestClaims } from "../../schema/contract/claims";
import type { Subgraph } from "./buildSubgraph";

/** A subgraph with its store behind it: what serves requests, in process or over HTTP. */
export interface RunningSubgraph {
  readonly subgraph: Subgraph;
  /** Loaders and stores for one request. */
  createContext(claims: RequestClaims): object;
}
