/** What a batch loader wants: the rows by their keys. */
export function byKey<K, V>(
  load: (keys: readonly K[]) => Promise<V[]>,
  keyOf: (row: V) => K,
): (keys: readonly K[]) => Promise<ReadonlyMap<K, V>> {
  return async keys => new Map((await load(keys)).map(row => [keyOf(row), row]));
}
