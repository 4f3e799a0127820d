import type { FetchState, Loss } from "../fetchState";
import { ownValue, type JsonObject } from "../json";
import type { PlanNode } from "../plan/planFetches";

const NOT_ASKED = "A subgraph could not be asked, because what it needs to know is missing.";

/**
 * The fetches of a plan that were not carried out. If something else was lost they may have stood on it, and what
 * they would have brought is lost as well.
 */
export function neverAsked({ plan, asked }: FetchState, variables: JsonObject): Loss[] {
  return plan.node === undefined ? [] : collect(plan.node, asked, variables, []);
}

function collect(
  node: PlanNode,
  asked: FetchState["asked"],
  variables: JsonObject,
  path: readonly (string | number)[],
): Loss[] {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap(child => collect(child, asked, variables, path));
    case "Flatten":
      return collect(node.node, asked, variables, [...path, ...node.path]);
    case "Condition": {
      const branch = ownValue(variables, node.condition) === true ? node.ifClause : node.elseClause;
      return branch === undefined ? [] : collect(branch, asked, variables, path);
    }
    case "Fetch": {
      const { operationDocumentNode: document, serviceName: subgraph } = node;
      if (document === undefined || asked.has(document)) return [];
      const lost = { code: "SUBGRAPH_UNAVAILABLE", message: NOT_ASKED } as const;
      return [{ subgraph, document, path, field: null, isStoodIn: false, ...lost }];
    }
    // The gateway plans neither.
    case "Defer":
    case "Subscription":
      return [];
  }
}
