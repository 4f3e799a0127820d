import DataLoader from "dataloader";

/** One lookup for all keys asked for in the same tick; each key loads its rows, in the order they came. */
export function createGroupLoader<K, V>(
  load: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (row: V) => K,
): DataLoader<K, V[]> {
  return new DataLoader<K, V[]>(async keys => {
    const groups = new Map<K, V[]>(keys.map(key => [key, []]));
    for (const row of await load(keys)) groups.get(keyOf(row))?.push(row);
    return keys.map(key => groups.get(key) ?? []);
  });
}
