import { GraphQLError, type GraphQLSchema } from "graphql";
import type { QueryPlan } from "../../queryPlan";
import { ownValue, type JsonObject, type ResponsePath } from "../json";
import { mergeInto } from "./mergeInto";
import { objectsAt, pathsTo } from "./objectsAt";
import { pickRepresentation } from "./pickRepresentation";
import type { FetchNode, PlanNode } from "./planFetches";
import { rewrite } from "./rewrite";

/** What a fetch brought, and errors with paths in its own answer. */
export interface FetchedData {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

/**
 * Sends one fetch of a plan. `path` is where in the answer it will be merged; `@` stands for every element of a list.
 * A fetch of entities gets `representations` among its variables and brings as many `_entities`, in their order.
 */
export type SendFetch = (fetch: FetchNode, variables: JsonObject, path: ResponsePath) => Promise<FetchedData>;

interface ExecutionParts {
  /** The whole supergraph: the types that subgraphs name. */
  readonly schema: GraphQLSchema;
  /** Defaults filled in. */
  readonly variables: JsonObject;
  readonly send: SendFetch;
}

/** Everything that a plan's fetches brought, put together: keys that nobody asked for too. Errors have its paths. */
export interface GatheredData {
  readonly data: JsonObject;
  readonly errors: readonly GraphQLError[];
}

/** Carries out a plan: fetches side by side or one after the other, each merged into what it was asked for. */
export async function executePlan({ node }: QueryPlan, parts: ExecutionParts): Promise<GatheredData> {
  const root: JsonObject = {};
  const errors: GraphQLError[] = [];
  if (node !== undefined) await execute({ ...parts, root, errors }, node, { path: [], objects: [root] });
  return { data: root, errors };
}

interface Execution extends ExecutionParts {
  readonly root: JsonObject;
  readonly errors: GraphQLError[];
}

/** The objects that a step of the plan is for, and the road to them. */
interface Place {
  readonly path: ResponsePath;
  readonly objects: readonly JsonObject[];
}

async function execute(execution: Execution, node: PlanNode, place: Place): Promise<void> {
  switch (node.kind) {
    case "Sequence":
      for (const one of node.nodes) await execute(execution, one, place);
      return;
    case "Parallel":
      await Promise.all(node.nodes.map(one => execute(execution, one, place)));
      return;
    case "Flatten": {
      const objects = place.objects.flatMap(object => objectsAt(object, node.path));
      if (objects.length > 0)
        await execute(execution, node.node, { path: [...place.path, ...node.path], objects });
      return;
    }
    case "Condition": {
      const isMet = ownValue(execution.variables, node.condition) === true;
      const branch = isMet ? node.ifClause : node.elseClause;
      if (branch !== undefined) await execute(execution, branch, place);
      return;
    }
    case "Fetch":
      return node.requires === undefined
        ? fetchFields(execution, node, place)
        : fetchEntities(execution, node, node.requires, place);
    case "Defer":
    case "Subscription":
      throw new Error(`the gateway plans no ${node.kind}`);
  }
}

async function fetchFields(execution: Execution, fetch: FetchNode, { path, objects }: Place): Promise<void> {
  const { data, errors } = await execution.send(fetch, variablesOf(execution, fetch), path);
  for (const error of errors) addError(execution, fetch, error, [...path, ...(error.path ?? [])]);
  if (data === null) return;
  rewrite(execution.schema, fetch.outputRewrites, data);
  for (const object of objects) mergeInto(object, data);
}

async function fetchEntities(
  execution: Execution,
  fetch: FetchNode,
  requires: NonNullable<FetchNode["requires"]>,
  { path, objects }: Place,
): Promise<void> {
  const { schema, root } = execution;
  const asked: JsonObject[] = [];
  const representations: JsonObject[] = [];
  for (const object of objects) {
    const representation = pickRepresentation(schema, object, requires);
    if (typeof representation?.["__typename"] !== "string") continue;
    rewrite(schema, fetch.inputRewrites, representation);
    asked.push(object);
    representations.push(representation);
  }
  if (representations.length === 0) return;
  const variables = { ...variablesOf(execution, fetch), representations };
  const { data, errors } = await execution.send(fetch, variables, path);
  if (errors.length > 0) {
    const paths = pathsTo(root, path);
    for (const error of errors) {
      const [, position, ...below] = error.path ?? [];
      const object = asked[Number(position)];
      addError(execution, fetch, error, [...((object && paths.get(object)) ?? []), ...below]);
    }
  }
  const received = data?.["_entities"] as readonly (JsonObject | null)[] | null | undefined;
  received?.forEach((entity, position) => {
    const object = asked[position];
    if (entity === null || object === undefined) return;
    entity["__typename"] ??= object["__typename"];
    rewrite(schema, fetch.outputRewrites, entity);
    mergeInto(object, entity);
  });
}

function variablesOf({ variables }: Execution, { variableUsages }: FetchNode): JsonObject {
  const used: JsonObject = {};
  for (const name of variableUsages ?? []) {
    const value = ownValue(variables, name);
    if (value !== undefined) used[name] = value;
  }
  return used;
}

function addError(
  { errors }: Execution,
  { serviceName }: FetchNode,
  error: GraphQLError,
  path: ResponsePath,
): void {
  const extensions = { ...error.extensions, serviceName };
  errors.push(new GraphQLError(error.message, { path, extensions, originalError: error }));
}
