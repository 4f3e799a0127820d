/**
 * Whether a part of an answer holds nothing: null, 0, false, an empty text or list, or an object of nothing else. So
 * a page without an item holds nothing, whatever else it says of itself.
 */
export function holdsNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || value === null) return !value;
  return Object.entries(value).every(([name, inner]) => name === "__typename" || holdsNothing(inner));
}
