import type { RowFilter } from "../rowFilter";

/** Asks with the view's row filter; a view that sees no rows asks the store nothing. */
export function withinRows<K, V>(
  rows: RowFilter | null,
  load: (keys: readonly K[], filter: RowFilter) => Promise<V[]>,
): (keys: readonly K[]) => Promise<V[]> {
  return keys => (rows === null ? Promise.resolve([]) : load(keys, rows));
}
