import type { Database } from "../../schema/database/openDatabase";
import type { SubgraphKeys, SubgraphRequest } from "../shared/requestContext";
import type { BankingLoaders } from "./loaders";
import type { BankingStores } from "./stores";

/** What the resolvers of the banking subgraph work with during one request. */
export interface BankingContext extends SubgraphRequest {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly stores: BankingStores;
  readonly loaders: BankingLoaders;
}
