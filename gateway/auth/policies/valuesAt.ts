/** Everything that stands at a path into a value; each element of a list that lies on the way. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap(one => valuesAt(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return [undefined];
  return valuesAt((value as Record<string, unknown>)[step], rest);
}

/** An `ID` as text: a client may send it as a number. Null for anything else. */
export function toId(value: unknown): string | null {
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" ? value : null;
}
