const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Drops what no row's id can be: it is not there, which is an answer, not an error of the store. */
export function keepUuids(ids: readonly string[]): string[] {
  return ids.filter(id => UUID.test(id));
}
