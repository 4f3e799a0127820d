import type { RequestClaims } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import type { DirectoryIds } from "../../schema/contract/directoryIds";
import type { Sealer } from "../../schema/contract/sealing";

/** What each subgraph's context holds beside its own loaders. */
export interface SubgraphRequest {
  readonly claims: RequestClaims;
  readonly clock: Clock;
}

/** Keys that a subgraph needs to read and name what it stores. */
export interface SubgraphKeys {
  readonly sealer: Sealer;
  readonly ids: DirectoryIds;
}
