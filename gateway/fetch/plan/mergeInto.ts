import { setValue } from "../../setValue";
import { isJsonObject, ownValue, type JsonObject } from "../json";

/** Puts what a fetch brought into what is there: objects property by property, lists of one length item by item. */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const before = ownValue(target, name);
    if (isJsonObject(before) && isJsonObject(value)) mergeInto(before, value);
    else if (Array.isArray(before) && Array.isArray(value) && before.length === value.length)
      mergeLists(before, value);
    else setValue(target, name, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, position) => {
    const before = target[position];
    if (isJsonObject(before) && isJsonObject(value)) mergeInto(before, value);
    else target[position] = value;
  });
}
