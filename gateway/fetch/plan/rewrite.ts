import type { GraphQLSchema } from "graphql";
import { setValue } from "../../setValue";
import { isJsonObject, ownValue, type JsonObject } from "../json";
import { isOfType } from "./isOfType";
import type { FetchNode } from "./planFetches";

type Rewrite = NonNullable<FetchNode["inputRewrites"]>[number];

/** How a step of a rewrite's path says that it goes on for objects of one type alone. */
const FRAGMENT = "... on ";

/** Changes a representation or an answer the way the planner wants it: values set, properties renamed. */
export function rewrite(
  schema: GraphQLSchema,
  rewrites: readonly Rewrite[] | undefined,
  value: JsonObject,
): void {
  for (const one of rewrites ?? []) rewriteAt(schema, one, value, 0);
}

function rewriteAt(schema: GraphQLSchema, one: Rewrite, value: unknown, depth: number): void {
  if (Array.isArray(value)) for (const item of value) rewriteAt(schema, one, item, depth);
  if (!isJsonObject(value)) return;
  const step = one.path[depth] ?? "";
  if (depth === one.path.length - 1) change(one, value, step);
  else if (!step.startsWith(FRAGMENT)) rewriteAt(schema, one, ownValue(value, step), depth + 1);
  else if (mayBeOfType(schema, value, step.slice(FRAGMENT.length))) rewriteAt(schema, one, value, depth + 1);
}

/** What does not say its type has only one. */
function mayBeOfType(schema: GraphQLSchema, object: JsonObject, type: string): boolean {
  return object["__typename"] === undefined || isOfType(schema, object, type);
}

function change(one: Rewrite, object: JsonObject, name: string): void {
  if (one.kind === "ValueSetter") return setValue(object, name, one.setValueTo);
  const value = ownValue(object, name);
  if (value === null || value === undefined) return;
  setValue(object, one.renameKeyTo, value);
  setValue(object, name, undefined);
}
