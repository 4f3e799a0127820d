import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import { PURPOSE_BOUND } from "./auth/policies/purposeBound";
import type { EntityCache } from "./cache/entityCache";
import { cacheAnswers } from "./fetch/caching/cacheAnswers";
import { createAnswerPersonKey } from "./fetch/answerPersonKey";
import { checkAnswers } from "./fetch/checkAnswers";
import { createSendFetch } from "./fetch/createSendFetch";
import { createFetchState, type FetchState } from "./fetch/fetchState";
import { reportLosses, type AnsweredShape } from "./fetch/losses/reportLosses";
import { notePeople } from "./fetch/notePeople";
import { executePlan } from "./fetch/plan/executePlan";
import type { PublishError } from "./fetch/readAnswer";
import { shapeAnswer } from "./fetch/shape/shapeAnswer";
import { createShareKeys } from "./fetch/shareKeys";
import type { SubgraphFailure } from "./fetch/subgraphFailure";
import type { SubgraphTransport } from "./fetch/subgraphTransport";
import { leaveOut } from "./leaveOut";
import { createPlanOperation } from "./planOperation";
import type { QueryPlan } from "./queryPlan";
import type { OperationGuard, Permission, UnderstoodOperation } from "./requestContext";
import { createValidator } from "./supergraph/createValidator";
import { loadSupergraph, type Supergraph } from "./supergraph/loadSupergraph";
import type { OperationLimits } from "./supergraph/operationLimits";
import { createPrepareOperation, type PrepareOperation } from "./supergraph/prepareOperation";
import { readCacheHints } from "./supergraph/readCacheHints";
import { readKeys, type EntityKeys } from "./supergraph/readKeys";
import { readUnanswered } from "./supergraph/readUnanswered";
import { startApolloGateway, type ApolloLogger, type ExecutorContext } from "./supergraph/startApolloGateway";
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
  execute(received: ExecutorContext, permitted: PermittedOperation): Promise<ExecutedOperation>;
  stop(): Promise<void>;
}

/** An operation ready to be planned. */
export interface PermittedOperation {
  readonly operation: UnderstoodOperation;
  readonly permission: Permission & { readonly document: NonNullable<Permission["document"]> };
  readonly subgraphVariables: ReadonlyMap<string, unknown>;
  readonly deadlineAt: number;
}

const NOTHING_PLANNED: QueryPlan = { kind: "QueryPlan" };

/** Reads a supergraph and starts to serve it; throws if anything about it is not understood. */
export async function loadSupergraphVersion(sdl: string, parts: VersionParts): Promise<SupergraphVersion> {
  const supergraph = loadSupergraph(sdl);
  const { plannerSdl, schema } = supergraph;
  const unanswered = readUnanswered(supergraph);
  const keys = readKeys(supergraph);
  const checked = notePeople(checkAnswers(parts.transport, schema, keys));
  const sendFor = createSendFetch({
    transport: parts.cache === null ? checked : withCache(checked, parts.cache, supergraph, keys, parts),
    publish: parts.publishError,
    shareKeys: createShareKeys(schema, keys),
    answerPersonKey: createAnswerPersonKey(schema, parts.tokenising),
    onFailure: parts.onFailure,
  });
  const gateway = await startApolloGateway({ plannerSdl, logger: parts.apolloLogger });
  const { clientSchema } = gateway;
  const planOperation = createPlanOperation(gateway);
  return {
    plannerSdl,
    clientSchema,
    prepare: createPrepareOperation(clientSchema, createValidator(clientSchema, parts)),
    tokeniser: createDocumentTokeniser(clientSchema, parts.tokenising),
    guard: parts.createGuard({ sdl, clientSchema }),
    async execute(received, permitted) {
      const { operation, permission, deadlineAt } = permitted;
      const variables = Object.fromEntries(leaveOut(Object.entries(operation.variables), permission.leftOut));
      const planned = await planOperation(received, permission, variables).catch(toGraphQLError);
      const plan = planned instanceof GraphQLError ? NOTHING_PLANNED : planned.plan;
      const fetches = createFetchState({
        claims: permission.claims,
        operationType: operation.operationType,
        deadlineAt,
        subgraphVariables: new Map(leaveOut(permitted.subgraphVariables, permission.leftOut)),
        plan,
      });
      if (planned instanceof GraphQLError) return { result: { data: null, errors: [planned] }, fetches };
      const gathered = await executePlan(plan, { schema, variables, send: sendFor(fetches) });
      const shape = planned.shapeFor(variables);
      const answered = { ...shapeAnswer(shape, gathered.data), errors: gathered.errors };
      if (isWhole(answered, fetches)) return { result: { data: answered.data }, fetches };
      const { data, errors } = reportLosses(shape, answered, fetches, variables, unanswered);
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

function isWhole({ errors, violations }: AnsweredShape, { losses }: FetchState): boolean {
  return losses.length === 0 && errors.length === 0 && violations.length === 0;
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(
    "The planner met an error.",
    error instanceof Error ? { originalError: error } : {},
  );
}
