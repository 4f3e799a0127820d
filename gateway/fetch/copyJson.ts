import { isJsonObject, type JsonObject } from "./json";

/**
 * A copy of JSON data. The planner merges further answers into what it gets, so no answer is handed out twice
 * and none that is kept is handed out itself.
 */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => copyJson<unknown>(item));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) copy[key] = copyJson(value[key]);
  return copy;
}
