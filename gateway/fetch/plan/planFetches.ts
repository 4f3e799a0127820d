import type { QueryPlan } from "../../queryPlan";

/** One step of a plan. */
export type PlanNode = NonNullable<QueryPlan["node"]>;

/** One fetch of a plan. It asks for entities if it `requires` something of them, and for root fields otherwise. */
export type FetchNode = Extract<PlanNode, { kind: "Fetch" }>;

/** All fetches of a plan, whichever of them its conditions will choose. */
export function planFetches({ node }: QueryPlan): FetchNode[] {
  return node === undefined ? [] : fetchesIn(node);
}

function fetchesIn(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap(fetchesIn);
    case "Flatten":
      return fetchesIn(node.node);
    case "Condition":
      return [...fetchesIn(node.ifClause), ...fetchesIn(node.elseClause)];
    case "Fetch":
      return [node];
    // A condition may lack a branch; the gateway plans neither of the others.
    case undefined:
    case "Defer":
    case "Subscription":
      return [];
  }
}
