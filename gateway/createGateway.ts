import { OperationTypeNode, type ExecutionResult } from "graphql";
import { setMaxListeners } from "node:events";
import type { RequestClaims } from "../schema/contract/claims";
import { HubError } from "../schema/contract/errors";
import { answerOnRecord } from "./answerOnRecord";
import { createApolloServer } from "./createApolloServer";
import { createApolloLogger } from "./errors/apolloLogger";
import { createErrorId } from "./errors/createErrorId";
import { refuse } from "./errors/refuse";
import { scrub } from "./errors/scrub";
import type { FetchState } from "./fetch/fetchState";
import { observeAnswers } from "./fetch/observeAnswers";
import { publishError } from "./fetch/publishError";
import type { Gateway, GatewayParts } from "./gatewayParts";
import { createHttpServer } from "./http/createHttpServer";
import { createGatewayMetrics, type GatewayMetrics } from "./http/gatewayMetrics";
import { addGraphqlRoute } from "./http/graphqlRoute";
import { addHealthRoutes } from "./http/healthRoutes";
import { addMetricsRoute } from "./http/metricsRoute";
import { identifyOnRecord } from "./identifyOnRecord";
import type { HubRequest, OperationAudit, Permission, UnderstoodOperation } from "./requestContext";
import { locateProblem } from "./supergraph/inputProblem";
import { DEFAULT_LIMITS, type OperationLimits } from "./supergraph/operationLimits";
import type { ExecutorContext } from "./supergraph/startApolloGateway";
import type { TokenisedVariables } from "./supergraph/tokeniseDocuments";
import { serveSupergraphs } from "./serveSupergraphs";
import type { SupergraphVersion, VersionParts } from "./supergraphVersion";

/** Two fetches at their limit, one after the other. */
const REQUEST_LIMIT_MS = 10_000;

/** The road of an operation, from what came in to what goes out. Each step may end it. */
async function answer(
  version: SupergraphVersion,
  { claims, signal }: HubRequest,
  received: ExecutorContext,
  audit: OperationAudit | undefined,
): Promise<ExecutionResult> {
  // Limits, the rules of the language, literals into variables: once for each document.
  const prepared = version.prepare(received.document, received.request.operationName);
  const { known } = prepared;
  if (known === null) return refuse(prepared.errors.length > 0 ? prepared.errors : [NO_SUCH_OPERATION]);
  const { document, hash, declared, operation: node } = known;
  if (node.operation === OperationTypeNode.SUBSCRIPTION) return refuse([NO_SUBSCRIPTIONS]);
  // Addresses are written into logs on the way; what an argument says may name a person.
  if (received.request.http?.method === "GET" && known.takesArguments) return refuse([ARGUMENTS_BY_GET], 405);

  // Variables against their types, people into tokens.
  const { variables, errors } = prepared.readVariables(received.request.variables ?? {});
  if (errors.length > 0) return refuse(errors);
  const tokenised = version.tokeniser.tokenise(declared, variables, node.operation);
  if (tokenised.problems.length > 0)
    return refuse(tokenised.problems.map(problem => locateProblem(document, problem)));

  const operation: UnderstoodOperation = {
    document,
    hash,
    operationType: node.operation,
    operationName: node.name?.value ?? null,
    variables: tokenised.variables,
    tokens: tokenised.tokens,
    tokensIn: tokenised.tokensIn,
  };
  return answerUnderstood({ version, claims, signal, received, audit, operation, tokenised });
}

interface Understood {
  readonly version: SupergraphVersion;
  readonly claims: RequestClaims;
  readonly signal: AbortSignal;
  readonly received: ExecutorContext;
  readonly audit: OperationAudit | undefined;
  readonly operation: UnderstoodOperation;
  readonly tokenised: TokenisedVariables;
}

/** The rest of the road: rights, plan and fetches, what was denied, the record. */
async function answerUnderstood(road: Understood): Promise<ExecutionResult> {
  const { version, audit, operation } = road;
  const permission = await version.guard.permit(operation, road.claims);
  const { result, fetches } = await carryOut(road, permission);
  const sources = Object.fromEntries(fetches?.sources ?? []);
  // Nothing leaves before its record stands.
  const receipt = await audit?.record({
    claims: permission.claims,
    operation,
    schema: version.clientSchema,
    document: permission.refusal === null ? permission.document : null,
    denied: permission.denied,
    servedFromCache: [...(fetches?.notes.servedFromCache ?? [])],
    sources,
    result,
  });
  return withExtensions(result, {
    ...(fetches === null ? {} : { sources }),
    ...Object.fromEntries(fetches?.notes.extensions ?? []),
    ...(receipt === undefined ? {} : { audit: receipt }),
  });
}

interface CarriedOut {
  readonly result: ExecutionResult;
  /** Null where no subgraph had to be asked. */
  readonly fetches: FetchState | null;
}

async function carryOut(road: Understood, permission: Permission): Promise<CarriedOut> {
  const { version, audit, operation } = road;
  const { refusal, document, claims } = permission;
  if (refusal !== null) return { result: refuse([refusal]), fetches: null };
  if (operation.operationType === "mutation") await audit?.intend(operation, claims, version.clientSchema);
  // Nothing is left that the caller may see: each place is restored as denied, and nobody is asked.
  if (document === null) return { result: permission.restore({ data: {} }), fetches: null };
  const { result, fetches } = await version.execute(road.received, {
    operation,
    permission: { ...permission, document },
    subgraphVariables: road.tokenised.subgraphVariables,
    signal: road.signal,
  });
  return { result: permission.restore(result), fetches };
}

function withExtensions(result: ExecutionResult, extensions: Record<string, unknown>): ExecutionResult {
  return Object.keys(extensions).length === 0 ? result : { ...result, extensions };
}

const NO_SUCH_OPERATION = new HubError(
  "BAD_INPUT",
  "Say by operationName which operation of the document is meant.",
);
const NO_SUBSCRIPTIONS = new HubError("BAD_INPUT", "Subscriptions are not served here.");
const ARGUMENTS_BY_GET = new HubError(
  "BAD_INPUT",
  "What takes arguments is sent by POST, so that no number stands in an address.",
);

/** Puts a gateway together. It does not listen yet. */
export async function createGateway(parts: GatewayParts): Promise<Gateway> {
  const { logger } = parts;
  const metrics = parts.metrics ?? createGatewayMetrics();
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const supergraphs = serveSupergraphs(
    parts.supergraphSdl,
    createVersionParts(parts, limits, metrics),
    (version, request, received) =>
      answerOnRecord(parts.audit, request, received.request.operationName, () =>
        answer(version, request, received, parts.audit),
      ),
  );
  const server = createApolloServer({
    gateway: supergraphs.gateway,
    maxTokens: limits.maxTokens,
    development: parts.development ?? false,
    logger,
    onErrorSent: code => metrics.errorSent(code),
  });
  await server.start();
  const app = createHttpServer({
    createErrorId,
    onUnexpected: (error, id) =>
      logger.error({ id, detail: scrub(error.stack ?? error.message) }, "unexpected error"),
  });
  const requestLimitMs = parts.requestLimitMs ?? REQUEST_LIMIT_MS;
  addGraphqlRoute(app, {
    path: "/graphql",
    server,
    createContext: async request => ({
      request: {
        claims: await identifyOnRecord(parts, request.headers),
        signal: createDeadline(requestLimitMs),
      },
    }),
    onAnswered: (status, seconds) => metrics.requestAnswered(status, seconds),
  });
  let isTaking = true;
  addHealthRoutes(app, () => isTaking);
  addMetricsRoute(app, metrics.registry);
  return {
    app,
    metrics,
    updateSupergraph: supergraphs.update,
    stopTaking: () => void (isTaking = false),
    async close() {
      isTaking = false;
      await app.close();
      await server.stop();
      await parts.transport.close?.();
    },
  };
}

function createDeadline(limitMs: number): AbortSignal {
  const signal = AbortSignal.timeout(limitMs);
  // Each fetch of the operation listens to it, however many there are.
  setMaxListeners(0, signal);
  return signal;
}

function createVersionParts(
  parts: GatewayParts,
  limits: OperationLimits,
  metrics: GatewayMetrics,
): VersionParts {
  const { logger } = parts;
  return {
    transport: observeAnswers(parts.transport, (...asked) => metrics.subgraphAsked(...asked)),
    cache: parts.cache ?? (transport => transport),
    createGuard: parts.createGuard,
    tokenising: parts.tokenising ?? null,
    limits,
    introspection: parts.introspection ?? false,
    publishError: (subgraph, error) =>
      publishError(subgraph, error, createErrorId, ({ message, ...hidden }) =>
        logger.error({ ...hidden, detail: scrub(message) }, "error of a subgraph"),
      ),
    onFailure: ({ subgraph, reason, message }) =>
      logger.warn({ subgraph, reason, detail: scrub(message) }, "subgraph did not answer"),
    apolloLogger: createApolloLogger(logger),
  };
}
