import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { buildSubgraph } from "../shared/buildSubgraph";
import type { SubgraphKeys } from "../shared/requestContext";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import { createLoaders } from "./loaders";
import { references } from "./references";
import { RESOLVER_CLASSES } from "./resolverClasses";
import { createTelecomStores } from "./stores";
import type { TelecomContext } from "./telecomContext";
import { Sanction } from "./types/Sanction";

/** The carriers' register: lines, flags, orders and openings under one token. */
export async function createTelecomSubgraph(parts: {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly clock: Clock;
}): Promise<RunningSubgraph> {
  const { database, keys, clock } = parts;
  const stores = createTelecomStores(database);
  const subgraph = await buildSubgraph({
    name: "telecom",
    resolvers: RESOLVER_CLASSES,
    orphanedTypes: [Sanction],
    references,
  });
  return {
    subgraph,
    createContext: (claims): TelecomContext => ({
      claims,
      clock,
      keys,
      stores,
      loaders: createLoaders(stores, claims, clock),
    }),
  };
}
