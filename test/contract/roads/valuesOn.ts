/** Every value at a path of response keys, over all lists on the way; of a null on the way there is none. */
export function valuesOn(data: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(data)) return data.flatMap(item => valuesOn(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [data];
  if (typeof data !== "object" || data === null) return [];
  const value = (data as Record<string, unknown>)[key];
  // Of a leaf that is a list (of numbers, of names) the list itself is the value.
  if (rest.length === 0) return value === undefined ? [] : [value];
  return valuesOn(value, rest);
}
