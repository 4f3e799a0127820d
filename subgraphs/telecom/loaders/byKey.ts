/** Rows by their key, as batch loaders want them. */
export async function byKey<K, Row>(
  rows: Promise<readonly Row[]>,
  keyOf: (row: Row) => K,
): Promise<Map<K, Row>> {
  return new Map((await rows).map(row => [keyOf(row), row]));
}
