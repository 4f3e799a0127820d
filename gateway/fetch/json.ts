/** Data as it comes off the wire. */
export type JsonObject = Record<string, unknown>;

/** Response names and list positions from the root down. */
export type ResponsePath = readonly (string | number)[];

/** True for an object that is no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property of the object itself: names such as `constructor` are never found on its prototype. */
export function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
