import type { GraphQLSchema } from "graphql";
import { setValue } from "../../setValue";
import { isJsonObject, ownValue, type JsonObject } from "../json";
import { isOfType } from "./isOfType";
import { mergeInto } from "./mergeInto";
import type { FetchNode } from "./planFetches";

type Requires = NonNullable<FetchNode["requires"]>;

/** What a fetch needs of an object to ask for it by: its key, and what is computed from. Null where some is missing. */
export function pickRepresentation(
  schema: GraphQLSchema,
  object: JsonObject,
  requires: Requires,
): JsonObject | null {
  const picked: JsonObject = {};
  for (const selection of requires) {
    if (selection.kind === "Field") {
      const name = selection.alias ?? selection.name;
      const value = ownValue(object, name);
      if (value === undefined) return null;
      setValue(picked, name, selection.selections ? pickValue(schema, value, selection.selections) : value);
    } else if (selection.typeCondition && isOfType(schema, object, selection.typeCondition)) {
      mergeInto(picked, pickRepresentation(schema, object, selection.selections) ?? {});
    }
  }
  return picked;
}

function pickValue(schema: GraphQLSchema, value: unknown, requires: Requires): unknown {
  if (Array.isArray(value)) return value.map(item => pickValue(schema, item, requires));
  return isJsonObject(value) ? pickRepresentation(schema, value, requires) : null;
}
