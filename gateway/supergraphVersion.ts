import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import { PURPOSE_BOUND } from "./auth/policies/purposeBound";
import type { EntityCache } from "./cache/entityCache";
import { cacheAnswers } from "./fetch/caching/cacheAnswers";
import { createAnswerPersonKey } from "./fetch/answerPersonKey";
import { checkAnswers } from "./fetch/checkAnswers";
import { createFetchState, type FetchState } from "./fetch/fetchState";
import { reportLosses } from "./fetch/losses/reportLosses";
import { createResultShape } from "./fetch/losses/resultShape";
import type { FetchContext } from "./fetch/plannedFetch";
import { notePeople } from "./fetch/notePeople";
import type { PublishError } from "./fetch/readAnswer";
import { createShareKeys } from "./fetch/shareKeys";
import { createSubgraphDataSource } from "./fetch/subgraphDataSource";
import type { SubgraphFailure } from "./fetch/subgraphFailure";
import type { SubgraphTransport } from "./fetch/subgraphTransport";
import { leaveOut } from "./leaveOut";
import type { OperationGuard, Permission, UnderstoodOperation } from "./requestContext";
import { createValidator } from "./supergraph/createValidator";
import { loadSupergraph, type Supergraph } from "./supergraph/loadSupergraph";
import type { OperationLimits } from "./supergraph/operationLimits";
import { createPrepareOperation, type PrepareOperation } from "./supergraph/prepareOperation";
import { readCacheHints } from "./supergraph/readCacheHints";
import { readKeys, type EntityKeys } from "./supergraph/readKeys";
import { readUnanswered } from "./supergraph/readUnanswered";
import {
  startApolloGateway,
  type ApolloLogger,
  type ExecutorContext,
  type StartedGateway,
} from "./supergraph/startApolloGateway";
import {
  createDocumentTokeniser,
  type DocumentTokeniser,
  type DocumentTokenising,
} from "./supergraph/tokeniseDocuments";

/** A supergraph as a guard sees it. */
export interface GuardedSupergraph {
  /** In full, with its security directives. */
  readonly sdl: string;
  readonly clientSchema: GraphQLSchema;
}

/** What a version of the supergraph is served with. */
export interface VersionParts {
  readonly transport: SubgraphTransport;
  /** Null where nothing is reused. */
  readonly cache: EntityCache | null;
  readonly createGuard: (supergraph: GuardedSupergraph) => OperationGuard;
  readonly tokenising: DocumentTokenising | null;
  readonly limits: OperationLimits;
  readonly introspection: boolean;
  readonly publishError: PublishError;
  readonly onFailure: (failure: SubgraphFailure) => void;
  readonly apolloLogger: ApolloLogger;
}

/** An answer, and what its fetches have to say about it. */
export interface ExecutedOperation {
  readonly result: ExecutionResult;
  readonly fetches: FetchState;
}

/** One supergraph and everything that follows from it. A request keeps to the version it began with. */
export interface SupergraphVersion {
  readonly plannerSdl: string;
  readonly clientSchema: GraphQLSchema;
  readonly prepare: PrepareOperation;
  readonly tokeniser: DocumentTokeniser;
  readonly guard: OperationGuard;
  execute(received: ExecutorContext, plan: PlannedOperation): Promise<ExecutedOperation>;
  stop(): Promise<void>;
}

/** An operation ready to be planned. */
export interface PlannedOperation {
  readonly operation: UnderstoodOperation;
  readonly permission: Permission & { readonly document: NonNullable<Permission["document"]> };
  readonly subgraphVariables: ReadonlyMap<string, unknown>;
  readonly deadlineAt: number;
}

/** Reads a supergraph and starts to serve it; throws if anything about it is not understood. */
export async function loadSupergraphVersion(sdl: string, parts: VersionParts): Promise<SupergraphVersion> {
  const supergraph = loadSupergraph(sdl);
  const unanswered = readUnanswered(supergraph);
  const keys = readKeys(supergraph);
  const checked = notePeople(checkAnswers(parts.transport, supergraph.schema, keys));
  const transport = parts.cache === null ? checked : withCache(checked, parts.cache, supergraph, keys, parts);
  const shareKeys = createShareKeys(supergraph.schema, keys);
  const answerPersonKey = createAnswerPersonKey(supergraph.schema, parts.tokenising);
  const gateway = await startApolloGateway({
    plannerSdl: supergraph.plannerSdl,
    dataSourceFor: subgraph =>
      createSubgraphDataSource({
        subgraph,
        transport,
        publish: parts.publishError,
        shareKeys,
        answerPersonKey,
        onFailure: parts.onFailure,
      }),
    onPlan: ({ queryPlan, requestContext }) =>
      void ((requestContext.context as FetchContext).fetches.plan = queryPlan),
    logger: parts.apolloLogger,
  });
  const { clientSchema } = gateway;
  return {
    plannerSdl: supergraph.plannerSdl,
    clientSchema,
    prepare: createPrepareOperation(clientSchema, createValidator(clientSchema, parts)),
    tokeniser: createDocumentTokeniser(clientSchema, parts.tokenising),
    guard: parts.createGuard({ sdl, clientSchema }),
    async execute(received, plan) {
      const { result, fetches } = await executePlanned(gateway, received, plan);
      const { document } = plan.permission;
      const { variables } = plan.operation;
      if (isWhole(result, fetches)) return { result, fetches };
      const shape = createResultShape(clientSchema, document, { ...variables });
      const { data, errors } = reportLosses(shape, result, fetches, { ...variables }, unanswered);
      return { result: errors.length === 0 ? { data } : { data, errors }, fetches };
    },
    stop: () => gateway.stop(),
  };
}

/** Only what has the form of its question reaches the cache. */
function withCache(
  transport: SubgraphTransport,
  cache: EntityCache,
  supergraph: Supergraph,
  keys: EntityKeys,
  { tokenising }: VersionParts,
): SubgraphTransport {
  const rules = { ...readCacheHints(supergraph, [PURPOSE_BOUND]), keyOf: keys.keyOf };
  return cacheAnswers(transport, { cache, schema: supergraph.schema, rules, tokenInput: tokenising });
}

function isWhole(result: ExecutionResult, { losses }: FetchState): boolean {
  return losses.length === 0 && result.errors === undefined && result.extensions === undefined;
}

async function executePlanned(
  gateway: StartedGateway,
  received: ExecutorContext,
  { operation, permission, subgraphVariables, deadlineAt }: PlannedOperation,
): Promise<ExecutedOperation> {
  const fetches = createFetchState({
    claims: permission.claims,
    operationType: operation.operationType,
    deadlineAt,
    subgraphVariables: new Map(leaveOut(subgraphVariables, permission.leftOut)),
  });
  const context: FetchContext = { fetches };
  const answered = await gateway.execute({
    ...received,
    document: permission.document,
    // Apollo's plans are kept under it: the client's own would find the plan of another caller's document.
    queryHash: permission.hash,
    // The document holds one operation; its name would only split the plans.
    request: {
      variables: Object.fromEntries(leaveOut(Object.entries(operation.variables), permission.leftOut)),
    },
    context,
  });
  const { data, errors, extensions } = answered;
  if (data === undefined || (data === null && errors !== undefined && fetches.losses.length === 0)) {
    return { result: { data: null, errors: (errors ?? []).map(toGraphQLError) }, fetches };
  }
  const result: ExecutionResult = {
    data,
    ...(errors === undefined ? {} : { errors: errors.map(toGraphQLError) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
  return { result, fetches };
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(
    "The planner met an error.",
    error instanceof Error ? { originalError: error } : {},
  );
}
