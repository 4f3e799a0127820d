import type { QueryPlan } from "../queryPlan";
import { isJsonObject, ownValue, type JsonObject } from "./json";
import { planFetches } from "./plan/planFetches";

/**
 * What stands in for an entity that a subgraph could not tell of: null for each field asked of it that a later fetch
 * of the plan requires. Who decides upon them is then asked all the same and says that it does not know, where the
 * decision would else be missing. What names the entity is left alone. Null where nothing is required.
 */
export function standInFor(
  plan: QueryPlan,
  asked: readonly string[],
  representation: unknown,
): JsonObject | null {
  if (!isJsonObject(representation)) return null;
  const required = requiredBy(plan);
  const names = asked.filter(name => required.has(name) && ownValue(representation, name) === undefined);
  return names.length === 0 ? null : Object.fromEntries(names.map(name => [name, null]));
}

const known = new WeakMap<QueryPlan, ReadonlySet<string>>();

/** The names under which the fetches of a plan want to find something in an entity before they are sent. */
function requiredBy(plan: QueryPlan): ReadonlySet<string> {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const entities = planFetches(plan).flatMap(({ requires }) => requires ?? []);
  const fields = entities.flatMap(entity => (entity.kind === "InlineFragment" ? entity.selections : []));
  const names = new Set(fields.flatMap(field => (field.kind === "Field" ? [field.alias ?? field.name] : [])));
  known.set(plan, names);
  return names;
}
