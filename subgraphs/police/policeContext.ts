import type { SealInformant } from "../../schema/contract/informantSeal";
import type { Database } from "../../schema/database/openDatabase";
import type { AskKept } from "../shared/objections/askKept";
import type { SubgraphKeys, SubgraphRequest } from "../shared/requestContext";
import type { PoliceLoaders } from "./loaders";
import type { PoliceStores } from "./stores";

/** The police seal informants too, to a key that nobody here can open with. */
export interface PoliceKeys extends SubgraphKeys {
  readonly sealInformant: SealInformant;
}

/** What the resolvers of the police subgraph work with during one request. */
export interface PoliceContext extends SubgraphRequest {
  readonly database: Database;
  readonly keys: PoliceKeys;
  readonly stores: PoliceStores;
  /** Never inside a transaction: the other subgraph may be slow, and may need the same connection. */
  readonly askKept: AskKept;
  /** New ones after each change: a request that changes twice must not answer the second from before the first. */
  loaders: PoliceLoaders;
}
