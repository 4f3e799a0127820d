import type { ExecutionResult, GraphQLFormattedError } from "graphql";
import { isJsonObject, type JsonObject } from "../json";
import type { SubgraphRequest, SubgraphTransport } from "../subgraphTransport";
import type { Road } from "./findRoad";
import type { FetchDocument } from "./splitFetch";

/** What a subgraph answered about some of the entities of a fetch. */
export interface PartialAnswer {
  /** As it came. */
  readonly answer: ExecutionResult;
  /** For each entity asked about, in their order; null where there is none. Null: nothing came at all. */
  readonly entities: readonly (JsonObject | null)[] | null;
  /** Placed where the entities stand in the whole fetch. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** Asks for a part of a fetch: some of its entities, or some of their fields. */
export async function askForPart(
  transport: SubgraphTransport,
  request: SubgraphRequest,
  road: Road,
  fetch: FetchDocument,
  positions: readonly number[],
): Promise<PartialAnswer> {
  const { document, source } = fetch;
  const variables = road.isList ? narrow(request.variables, positions) : request.variables;
  const answer = await transport.send({ ...request, document, source, variables });
  const errors = (answer.errors ?? []) as readonly GraphQLFormattedError[];
  return {
    answer,
    entities: readEntities(answer, road),
    errors: road.isList ? errors.map(error => moveError(error, positions)) : errors,
  };
}

function narrow(variables: SubgraphRequest["variables"], positions: readonly number[]): JsonObject {
  const all = variables["representations"] as readonly unknown[];
  return { ...variables, representations: positions.map(position => all[position]) };
}

function readEntities({ data }: ExecutionResult, { name, isList }: Road): PartialAnswer["entities"] {
  const found: unknown = data?.[name];
  if (isList) return Array.isArray(found) ? found.map(toEntity) : null;
  // A root field that is null may have been refused, or lost: its answer is passed on as it came.
  return isJsonObject(found) ? [found] : null;
}

function toEntity(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

function moveError(error: GraphQLFormattedError, positions: readonly number[]): GraphQLFormattedError {
  const [root, index, ...rest] = error.path ?? [];
  const position = typeof index === "number" ? positions[index] : undefined;
  return root === undefined || position === undefined ? error : { ...error, path: [root, position, ...rest] };
}
