import type { StoreKeys } from "../../schema/contract/sealing";
import { createTokeniser } from "../../schema/contract/tokens";
import type { Database } from "../../schema/database/openDatabase";
import { createSubgraphKeys } from "../hub/createSubgraphKeys";
import { generateWorld, type WorldSettings } from "../seed/generateWorld";
import { createBankingWriter } from "../seed/writeBanking";
import { createPoliceWriter } from "../seed/writePolice";
import { createTelecomWriter } from "../seed/writeTelecom";

/** The stores that hold people; access records begin empty. */
export type PeopleStores = Readonly<Record<"telecom" | "banking" | "police", Database>>;

export interface SeedKeys {
  readonly identityPepper: Buffer;
  readonly directoryKey: Buffer;
  readonly storeKeys: StoreKeys;
}

export interface SeedSettings extends WorldSettings {
  /** Told how many people have been written. */
  readonly onProgress?: (people: number) => void;
}

/** Makes up a world and writes it into the three stores, chunk by chunk. */
export async function seedStores(
  stores: PeopleStores,
  keys: SeedKeys,
  settings: SeedSettings,
): Promise<void> {
  const subgraphKeys = createSubgraphKeys(keys);
  const tokenOf = createTokeniser(keys.identityPepper);
  const writers = [
    createTelecomWriter({ database: stores.telecom, keys: subgraphKeys, tokenOf }),
    createBankingWriter({ database: stores.banking, keys: subgraphKeys, tokenOf }),
    createPoliceWriter({ database: stores.police, keys: subgraphKeys, tokenOf }),
  ];
  let people = 0;
  for (const chunk of generateWorld(settings)) {
    await Promise.all(writers.map(writer => writer.write(chunk)));
    people += chunk.subjects.filter(subject => subject.kind === "PERSON").length;
    settings.onProgress?.(people);
  }
}
