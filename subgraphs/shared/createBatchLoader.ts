import DataLoader from "dataloader";

/** One lookup for all keys asked for in the same tick; a key without a row loads as null. */
export function createBatchLoader<K, V>(
  load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): DataLoader<K, V | null> {
  return new DataLoader<K, V | null>(async keys => {
    const found = await load(keys);
    return keys.map(key => found.get(key) ?? null);
  });
}
