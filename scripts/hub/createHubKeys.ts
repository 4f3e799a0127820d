import type { KeyObject } from "node:crypto";
import { createInformantSeal } from "../../schema/contract/informantSeal";
import type { StoreKeys } from "../../schema/contract/sealing";
import type { PoliceKeys } from "../../subgraphs/police/policeContext";
import { createSubgraphKeys } from "./createSubgraphKeys";

/** Makes of the configured secrets what the subgraphs of a running hub work with; the police's are the widest. */
export function createHubKeys(secrets: {
  readonly storeKeys: StoreKeys;
  readonly directoryKey: Buffer;
  readonly informantPublicKey: KeyObject;
}): PoliceKeys {
  return { ...createSubgraphKeys(secrets), sealInformant: createInformantSeal(secrets.informantPublicKey) };
}
