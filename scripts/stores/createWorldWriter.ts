import { chinaDay } from "../../schema/contract/calendar";
import { createTokeniser } from "../../schema/contract/tokens";
import { createSubgraphKeys } from "../hub/createSubgraphKeys";
import { createBankingWriter } from "../seed/writeBanking";
import { createPoliceWriter } from "../seed/writePolice";
import { createTelecomWriter } from "../seed/writeTelecom";
import type { WorldChunk } from "../seed/worldModel";
import type { PeopleStores, SeedKeys } from "./seedStores";

/** Writes chunks of a world that is made up on a day into all stores that hold people. */
export function createWorldWriter(
  stores: PeopleStores,
  keys: SeedKeys,
  now: Date,
): (chunk: WorldChunk) => Promise<unknown> {
  const parts = {
    keys: createSubgraphKeys(keys),
    tokenOf: createTokeniser(keys.identityPepper),
    today: chinaDay(now),
  };
  const writers = [
    createTelecomWriter({ database: stores.telecom, ...parts }),
    createBankingWriter({ database: stores.banking, ...parts }),
    createPoliceWriter({ database: stores.police, ...parts }),
  ];
  return chunk => Promise.all(writers.map(writer => writer.write(chunk)));
}
