import { createDirectoryIds } from "../../schema/contract/directoryIds";
import { createSealer, type StoreKeys } from "../../schema/contract/sealing";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";

/** Makes of the configured secrets what a subgraph seals and names with. */
export function createSubgraphKeys(secrets: {
  readonly storeKeys: StoreKeys;
  readonly directoryKey: Buffer;
}): SubgraphKeys {
  return { sealer: createSealer(secrets.storeKeys), ids: createDirectoryIds(secrets.directoryKey) };
}
