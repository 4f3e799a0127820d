import type { Database } from "../../schema/database/openDatabase";
import type { SubgraphKeys, SubgraphRequest } from "../shared/requestContext";
import type { PoliceLoaders } from "./loaders";
import type { PoliceStores } from "./stores";

/** What the resolvers of the police subgraph work with during one request. */
export interface PoliceContext extends SubgraphRequest {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly stores: PoliceStores;
  /** New ones after each change: a request that changes twice must not answer the second from before the first. */
  loaders: PoliceLoaders;
}
