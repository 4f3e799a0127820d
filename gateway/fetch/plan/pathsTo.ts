import { isJsonObject, ownValue, type JsonObject, type ResponsePath } from "../json";

/** Where each object at the end of a plan's path stands in the answer, lists by their positions. */
export function pathsTo(root: JsonObject, path: ResponsePath): ReadonlyMap<JsonObject, ResponsePath> {
  const found = new Map<JsonObject, ResponsePath>();
  collect(root, path, [], found);
  return found;
}

function collect(
  value: unknown,
  path: ResponsePath,
  above: ResponsePath,
  found: Map<JsonObject, ResponsePath>,
): void {
  if (Array.isArray(value)) {
    const rest = path[0] === "@" ? path.slice(1) : path;
    value.forEach((item, position) => collect(item, rest, [...above, position], found));
  } else if (isJsonObject(value)) {
    const [step, ...rest] = path;
    if (step === undefined) found.set(value, above);
    else collect(ownValue(value, String(step)), rest, [...above, step], found);
  }
}
