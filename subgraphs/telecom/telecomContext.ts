import type { Database } from "../../schema/database/openDatabase";
import type { SubgraphKeys, SubgraphRequest } from "../shared/requestContext";
import type { TelecomLoaders } from "./loaders";
import type { TelecomStores } from "./stores";

/** What the resolvers of the telecom subgraph work with during one request. */
export interface TelecomContext extends SubgraphRequest {
  readonly keys: SubgraphKeys;
  readonly database: Database;
  readonly stores: TelecomStores;
  readonly loaders: TelecomLoaders;
}
