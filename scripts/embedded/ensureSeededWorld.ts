import { seedStores, type PeopleStores, type SeedKeys, type SeedSettings } from "../stores/seedStores";
import { findSeededWorld, recordSeededWorld, type SeededWorld } from "./seededWorld";

/** Makes up the people of a data folder at its first start, and answers which world it holds. */
export async function ensureSeededWorld(
  folder: string,
  stores: PeopleStores,
  keys: SeedKeys,
  settings: SeedSettings,
): Promise<SeededWorld> {
  const found = findSeededWorld(folder);
  if (found !== null) return found;
  await seedStores(stores, keys, settings);
  const world = { people: settings.people, seed: settings.seed, seededAt: settings.now.toISOString() };
  recordSeededWorld(folder, world);
  return world;
}
