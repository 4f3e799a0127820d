import { createHash } from "node:crypto";

/**
 * A UUID (version 8) that the same parts always give: what is reported, or found, twice meets itself in the store.
 * A line's id is a keyed one, so that the UUID tells as little of the number.
 */
export function derivedId(...parts: readonly (string | number | null)[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
