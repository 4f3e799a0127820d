/** Asks the store for the rows that a view may see; a view that may see none costs no statement. */
export async function withinRows<Filter, Row>(
  filter: Filter | null,
  load: (filter: Filter) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return filter === null ? [] : load(filter);
}
