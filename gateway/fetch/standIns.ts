import type { QueryPlan } from "./fetchState";
import { isJsonObject, ownValue, type JsonObject } from "./json";

type PlanNode = NonNullable<QueryPlan["node"]>;

/**
 * What stands in for an entity that a subgraph could not tell of: null for each field asked of it that a later fetch
 * of the plan requires. Who decides upon them is then asked all the same and says that it does not know, where the
 * decision would else be missing. What names the entity is left alone. Null where nothing is required.
 */
export function standInFor(
  plan: QueryPlan | null,
  asked: readonly string[],
  representation: unknown,
): JsonObject | null {
  if (plan === null || !isJsonObject(representation)) return null;
  const required = requiredBy(plan);
  const names = asked.filter(name => required.has(name) && ownValue(representation, name) === undefined);
  return names.length === 0 ? null : Object.fromEntries(names.map(name => [name, null]));
}

const known = new WeakMap<QueryPlan, ReadonlySet<string>>();

/** The names under which the fetches of a plan want to find something in an entity before they are sent. */
function requiredBy(plan: QueryPlan): ReadonlySet<string> {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const names = new Set<string>();
  if (plan.node !== undefined) collect(plan.node, names);
  known.set(plan, names);
  return names;
}

function collect(node: PlanNode, names: Set<string>): void {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.forEach(child => collect(child, names));
    case "Flatten":
      return collect(node.node, names);
    case "Condition":
      for (const branch of [node.ifClause, node.elseClause]) if (branch !== undefined) collect(branch, names);
      return;
    case "Fetch":
      for (const entity of node.requires ?? []) {
        if (entity.kind !== "InlineFragment") continue;
        for (const field of entity.selections)
          if (field.kind === "Field") names.add(field.alias ?? field.name);
      }
      return;
    // The gateway plans neither.
    case "Defer":
    case "Subscription":
  }
}
