import type { StoreKeys } from "../../schema/contract/sealing";
import type { Database } from "../../schema/database/openDatabase";
import { generateWorld, type WorldSettings } from "../seed/generateWorld";
import { createWorldWriter } from "./createWorldWriter";

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
  const write = createWorldWriter(stores, keys, settings.now);
  let people = 0;
  for (const chunk of generateWorld(settings)) {
    await write(chunk);
    people += chunk.subjects.filter(subject => subject.kind === "PERSON").length;
    settings.onProgress?.(people);
  }
}
