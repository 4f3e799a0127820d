import type { GraphQLDataSource } from "@apollo/gateway";
import { parse } from "graphql";
import { distinctRepresentations } from "./distinctRepresentations";
import type { FetchState } from "./fetchState";
import type { JsonObject } from "./json";
import type { SubgraphRequest } from "./subgraphTransport";

export type ProcessOptions = Parameters<GraphQLDataSource["process"]>[0];

/** The context value with which the planner is called. */
export interface FetchContext {
  readonly fetches: FetchState;
}

/** One fetch of a plan: what is sent, and where its answer belongs. */
export interface PlannedFetch {
  readonly request: SubgraphRequest;
  /** For each entity of the plan, where it stands in the request. Null for a fetch of root fields. */
  readonly positions: readonly number[] | null;
  readonly path: readonly (string | number)[];
}

/** Reads what the planner wants, and puts it the way subgraphs are asked: each entity once, persons by token. */
export function readPlannedFetch(
  subgraph: string,
  options: ProcessOptions,
  fetches: FetchState,
): PlannedFetch {
  if (!("incomingRequestContext" in options)) throw new Error(`a subgraph is not asked for ${options.kind}`);
  const { request, document, pathInIncomingRequest } = options;
  const source = request.query ?? "";
  const given = (request.variables ?? {}) as JsonObject;
  const representations = given["representations"];
  const entities = Array.isArray(representations) ? distinctRepresentations(representations) : null;
  return {
    request: {
      subgraph,
      document: document ?? parse(source, { noLocation: true }),
      source,
      operationName: request.operationName,
      operationType: fetches.operationType,
      variables: toSubgraphVariables(given, fetches, entities?.distinct),
      claims: fetches.claims,
      deadlineAt: fetches.deadlineAt,
      notes: fetches.notes,
    },
    positions: entities?.positions ?? null,
    path: pathInIncomingRequest ?? [],
  };
}

// Here and not earlier: before the planner the clients' schema would refuse what only subgraphs may get.
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
