import { createTokeniser } from "../../schema/contract/tokens";
import { createSubgraphKeys } from "../hub/createSubgraphKeys";
import { createBankingWriter } from "../seed/writeBanking";
import { createPoliceWriter } from "../seed/writePolice";
import { createTelecomWriter } from "../seed/writeTelecom";
import type { WorldChunk } from "../seed/worldModel";
import type { PeopleStores, SeedKeys } from "./seedStores";

/** Writes chunks of a made-up world into all stores that hold people. */
export function createWorldWriter(
  stores: PeopleStores,
  keys: SeedKeys,
): (chunk: WorldChunk) => Promise<unknown> {
  const subgraphKeys = createSubgraphKeys(keys);
  const tokenOf = createTokeniser(keys.identityPepper);
  const writers = [
    createTelecomWriter({ database: stores.telecom, keys: subgraphKeys, tokenOf }),
    createBankingWriter({ database: stores.banking, keys: subgraphKeys, tokenOf }),
    createPoliceWriter({ database: stores.police, keys: subgraphKeys, tokenOf }),
  ];
  return chunk => Promise.all(writers.map(writer => writer.write(chunk)));
}
