import { isJsonObject, ownValue, type JsonObject, type ResponsePath } from "../json";

/** The objects at the end of a plan's path, in whose steps `@` stands for every element of a list. */
export function objectsAt(value: JsonObject, path: ResponsePath): JsonObject[] {
  const found: JsonObject[] = [];
  visitAt(value, path, 0, [], object => found.push(object));
  return found;
}

/** Where each of them stands, lists by their positions. */
export function pathsTo(root: JsonObject, path: ResponsePath): ReadonlyMap<JsonObject, ResponsePath> {
  const found = new Map<JsonObject, ResponsePath>();
  visitAt(root, path, 0, [], (object, road) => found.set(object, [...road]));
  return found;
}

/** `road` is the way so far; it goes on changing after a visit. */
function visitAt(
  value: unknown,
  path: ResponsePath,
  depth: number,
  road: (string | number)[],
  visit: (object: JsonObject, road: ResponsePath) => void,
): void {
  const step = path[depth];
  if (Array.isArray(value)) {
    const next = step === "@" ? depth + 1 : depth;
    for (const [position, item] of value.entries()) {
      road.push(position);
      visitAt(item, path, next, road, visit);
      road.pop();
    }
  } else if (isJsonObject(value)) {
    if (step === undefined) return visit(value, road);
    road.push(step);
    visitAt(ownValue(value, String(step)), path, depth + 1, road, visit);
    road.pop();
  }
}
