import { parse } from "graphql";
import { distinctRepresentations } from "./distinctRepresentations";
import type { FetchState } from "./fetchState";
import type { JsonObject, ResponsePath } from "./json";
import type { FetchNode } from "./plan/planFetches";
import type { SubgraphRequest } from "./subgraphTransport";

/** One fetch of a plan: what is sent, and where its answer belongs. */
export interface PlannedFetch {
  readonly request: SubgraphRequest;
  /** For each entity of the plan, where it stands in the request. Null for a fetch of root fields. */
  readonly positions: readonly number[] | null;
  readonly path: ResponsePath;
}

/** Reads what the planner wants, and puts it the way subgraphs are asked: each entity once, persons by token. */
export function readPlannedFetch(
  node: FetchNode,
  given: JsonObject,
  path: ResponsePath,
  fetches: FetchState,
): PlannedFetch {
  const { serviceName: subgraph, operation: source, operationName, operationDocumentNode } = node;
  const representations = given["representations"];
  const entities = Array.isArray(representations) ? distinctRepresentations(representations) : null;
  return {
    request: {
      subgraph,
      document: operationDocumentNode ?? parse(source, { noLocation: true }),
      source,
      operationName,
      operationType: fetches.operationType,
      variables: toSubgraphVariables(given, fetches, entities?.distinct),
      claims: fetches.claims,
      deadlineAt: fetches.deadlineAt,
      notes: fetches.notes,
    },
    positions: entities?.positions ?? null,
    path,
  };
}

// Here and not earlier: the planner checks variables by the clients' schema, which lacks what only subgraphs may get.
function toSubgraphVariables(
  given: JsonObject,
  { subgraphVariables }: FetchState,
  representations: readonly unknown[] | undefined,
): JsonObject {
  const variables: JsonObject = {};
  for (const name of Object.keys(given)) {
    variables[name] = subgraphVariables.has(name) ? subgraphVariables.get(name) : given[name];
  }
  if (representations !== undefined) variables["representations"] = representations;
  return variables;
}
