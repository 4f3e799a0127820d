import { Kind, type ExecutionResult, type GraphQLFormattedError, type SelectionNode } from "graphql";
import { copyJson } from "./copyJson";
import type { QueryPlan } from "../queryPlan";
import type { Loss } from "./fetchState";
import { ownValue, type JsonObject, type ResponsePath } from "./json";
import type { PlannedFetch } from "./plannedFetch";
import type { PublicError } from "./publicError";
import { standInFor } from "./standIns";
import { responseName } from "../responseName";

/** Enough to see what is wrong; a subgraph cannot flood an answer. */
const MAX_ERRORS_OF_A_FETCH = 100;

/** An error placed where the planner expects it. */
export interface PlacedError extends PublicError {
  readonly path: ResponsePath;
}

/** A subgraph's answer in the form in which the planner merges it. */
export interface FetchAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly PlacedError[];
  readonly losses: readonly Loss[];
  /** Whether an entity that was asked for is not there, without an error: it may be another's. */
  readonly isAbsent: boolean;
}

/** Keeps of an error what a client may see; the rest goes to the log. */
export type PublishError = (subgraph: string, error: GraphQLFormattedError) => PublicError;

/** The answer that stands in for one that did not come. */
export function readSilence(fetch: PlannedFetch, plan: QueryPlan, error: PublicError): FetchAnswer {
  const entities = fetch.positions?.map(position => standInAt(fetch, plan, position)) ?? [];
  const isStoodIn = entities.some(entity => entity !== null);
  return {
    data: isStoodIn ? { _entities: entities } : null,
    errors: [],
    losses: [{ ...lossOf(fetch, error, null), isStoodIn }],
    isAbsent: false,
  };
}

function standInAt(fetch: PlannedFetch, plan: QueryPlan, position: number): JsonObject | null {
  const representations = fetch.request.variables["representations"] as readonly unknown[];
  return standInFor(plan, entityFields(fetch), representations[position]);
}

/** Puts entities back where the plan wants them and sorts the errors: placed ones, and fields that are lost. */
export function readAnswer(
  fetch: PlannedFetch,
  answer: ExecutionResult,
  plan: QueryPlan,
  publish: PublishError,
): FetchAnswer {
  const errors = (answer.errors ?? []).slice(0, MAX_ERRORS_OF_A_FETCH) as readonly GraphQLFormattedError[];
  const data: JsonObject | null = answer.data ?? null;
  const known = errors.map(error => ({
    path: error.path ?? [],
    error: publish(fetch.request.subgraph, error),
  }));
  return fetch.positions === null
    ? readRoot(fetch, data, known)
    : readEntities(fetch, fetch.positions, data, plan, known);
}

interface KnownError {
  readonly path: ResponsePath;
  readonly error: PublicError;
}

/**
 * A null at the root is left out: another subgraph may share the field and have answered it, and a null that came
 * later would take its place. If an error made it null, what was asked for is lost, each field at its own place.
 */
function readRoot(fetch: PlannedFetch, data: JsonObject | null, known: readonly KnownError[]): FetchAnswer {
  const errors: PlacedError[] = [];
  const losses: Loss[] = [];
  for (const { path, error } of known) {
    const field = path[0] === undefined ? null : String(path[0]);
    const isThere = data !== null && field !== null && (ownValue(data, field) ?? null) !== null;
    if (isThere) errors.push({ ...error, path });
    else losses.push(lossOf(fetch, error, data === null ? null : field));
  }
  const answered = data && Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  return { data: answered, errors, losses, isAbsent: false };
}

function readEntities(
  fetch: PlannedFetch,
  positions: readonly number[],
  data: JsonObject | null,
  plan: QueryPlan,
  known: readonly KnownError[],
): FetchAnswer {
  const entities = data?.["_entities"];
  if (!Array.isArray(entities)) {
    const silences = known.map(({ error }) => readSilence(fetch, plan, error));
    const losses = silences.flatMap(one => one.losses);
    return { data: silences[0]?.data ?? null, errors: [], losses, isAbsent: false };
  }
  const failed = new Set(known.map(({ path: [, position] }) => position));
  const used = new Set<number>();
  const expanded = positions.map(position => {
    if (entities[position] === null && failed.has(position)) return standInAt(fetch, plan, position);
    const isRepeat = used.has(position);
    used.add(position);
    return isRepeat ? copyJson<unknown>(entities[position]) : (entities[position] as unknown);
  });
  const losses: Loss[] = [];
  const errors = known.flatMap(one => {
    const placed = placeEntityError(fetch, positions, entities, one);
    if (placed.length === 0) losses.push(lossOf(fetch, one.error, null));
    return placed;
  });
  const isAbsent = entities.some((entity, position) => entity === null && !failed.has(position));
  return { data: { _entities: expanded }, errors, losses, isAbsent };
}

/** An error of one distinct entity, wherever the entity stands; of an entity that is lost, at each field asked. */
function placeEntityError(
  fetch: PlannedFetch,
  positions: readonly number[],
  entities: readonly unknown[],
  { path, error }: KnownError,
): PlacedError[] {
  const [, position, ...rest] = path;
  const isLost = rest.length === 0 || (entities[position as number] ?? null) === null;
  const below: readonly ResponsePath[] = isLost ? entityFields(fetch).map(name => [name]) : [rest];
  return positions.flatMap((at, index) =>
    at === position ? below.map(steps => ({ ...error, path: ["_entities", index, ...steps] })) : [],
  );
}

function entityFields({ request: { document } }: PlannedFetch): string[] {
  const names = new Set<string>();
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(responseName(selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
      else {
        const fragment = fragments.find(one => one.name.value === selection.name.value);
        collect(fragment?.selectionSet.selections ?? []);
      }
    }
  };
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const [entities] = operation?.selectionSet.selections ?? [];
  if (entities?.kind === Kind.FIELD) collect(entities.selectionSet?.selections ?? []);
  names.delete("__typename");
  return [...names];
}

function lossOf({ request, path }: PlannedFetch, error: PublicError, field: string | null): Loss {
  return { ...error, subgraph: request.subgraph, document: request.document, path, field, isStoodIn: false };
}
