import { ApolloServer, type ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyInstance } from "fastify";
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "pino";
import type { RequestClaims } from "../schema/contract/claims";
import { HubError } from "../schema/contract/errors";
import { createApolloLogger } from "./errors/apolloLogger";
import { createErrorId } from "./errors/createErrorId";
import { createFormatError } from "./errors/formatError";
import { refuse } from "./errors/refuse";
import { scrub } from "./errors/scrub";
import { observeAnswers } from "./fetch/observeAnswers";
import { publishError } from "./fetch/publishError";
import type { SubgraphTransport } from "./fetch/subgraphTransport";
import { createHttpServer } from "./http/createHttpServer";
import { createGatewayMetrics, type GatewayMetrics } from "./http/gatewayMetrics";
import { addGraphqlRoute } from "./http/graphqlRoute";
import { addHealthRoutes } from "./http/healthRoutes";
import { addMetricsRoute } from "./http/metricsRoute";
import type { HubRequest, OperationAudit, OperationGuard, UnderstoodOperation } from "./requestContext";
import { coerceVariables } from "./supergraph/coerceVariables";
import { locateProblem } from "./supergraph/inputProblem";
import { DEFAULT_LIMITS, type OperationLimits } from "./supergraph/operationLimits";
import type { ExecutorContext } from "./supergraph/startApolloGateway";
import type { DocumentTokenising, TokenisedVariables } from "./supergraph/tokeniseDocuments";
import {
  loadSupergraphVersion,
  type GuardedSupergraph,
  type SupergraphVersion,
  type VersionParts,
} from "./supergraphVersion";

/** What a gateway is made of. Any federated supergraph and any way to its subgraphs will do. */
export interface GatewayParts {
  /** In full, with its security directives. */
  readonly supergraphSdl: string;
  readonly transport: SubgraphTransport;
  /** Who asks, and what for; throws UNAUTHENTICATED. */
  readonly identify: (headers: IncomingHttpHeaders) => Promise<RequestClaims>;
  /** Decides what a caller may have; made anew for each supergraph. */
  readonly createGuard: (supergraph: GuardedSupergraph) => OperationGuard;
  /** How people named in inputs are made into tokens. Nothing said: no input names a person. */
  readonly tokenising?: DocumentTokenising;
  readonly cache?: (transport: SubgraphTransport) => SubgraphTransport;
  readonly audit?: OperationAudit;
  readonly limits?: Partial<OperationLimits>;
  /** Whether clients may ask about the schema. */
  readonly introspection?: boolean;
  /** Errors name types and suggest what may have been meant. */
  readonly development?: boolean;
  readonly logger: Logger;
  readonly metrics?: GatewayMetrics;
  readonly requestLimitMs?: number;
}

/** A gateway, not yet listening. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly metrics: GatewayMetrics;
  /** Serves another supergraph from now on; on a throw the old one is served on. */
  updateSupergraph(sdl: string): Promise<void>;
  /** From now on `/readyz` says no. */
  stopTaking(): void;
  close(): Promise<void>;
}

/** Two fetches at their limit, one after the other. */
const REQUEST_LIMIT_MS = 10_000;

interface Context {
  readonly request: HubRequest;
}

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
  if (node.operation === "subscription") return refuse([NO_SUBSCRIPTIONS]);
  // Addresses are written into logs on the way; what an argument says may name a person.
  if (received.request.http?.method === "GET" && known.takesArguments) return refuse([ARGUMENTS_BY_GET], 405);

  // Variables against their types, people into tokens.
  const given = prepared.variablesOf(received.request.variables ?? {});
  const { variables, problems } = coerceVariables(declared, given);
  if (problems.length > 0) return refuse(problems.map(problem => locateProblem(document, problem)));
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

/** The rest of the road: rights, plan, fetches, shape, record. */
async function answerUnderstood(road: Understood): Promise<ExecutionResult> {
  const { version, signal, received, audit, operation, tokenised } = road;
  const permission = await version.guard.permit(operation, road.claims);
  const { claims, denied } = permission;
  const record = async (
    result: ExecutionResult,
    extras: Partial<Parameters<OperationAudit["record"]>[0]>,
  ) => {
    const base = { claims, operation, document: null, denied, sources: {}, servedFromCache: [], result };
    return audit?.record({ ...base, ...extras });
  };
  if (permission.refusal !== null) {
    const result = refuse([permission.refusal]);
    return withExtensions(result, { audit: await record(result, {}) });
  }
  if (operation.operationType === "mutation") await audit?.intend(operation, claims);
  // Nothing is left that the caller may see: every place is restored as denied, and nobody is asked.
  if (permission.document === null) {
    const result = permission.restore({ data: {} });
    return withExtensions(result, { audit: await record(result, {}) });
  }
  const planned = { ...permission, document: permission.document };
  const { subgraphVariables } = tokenised;
  const executed = await version.execute(received, {
    operation,
    permission: planned,
    subgraphVariables,
    signal,
  });
  const result = permission.restore(executed.result);
  const { notes } = executed.fetches;
  const sources = Object.fromEntries(executed.fetches.sources);
  const servedFromCache = [...notes.servedFromCache];
  // Nothing leaves before its record stands.
  const receipt = await record(result, { document: planned.document, sources, servedFromCache });
  return withExtensions(result, { sources, ...Object.fromEntries(notes.extensions), audit: receipt });
}

function withExtensions(result: ExecutionResult, extensions: Record<string, unknown>): ExecutionResult {
  const present = Object.entries(extensions).filter(([, value]) => value !== undefined);
  return present.length === 0 ? result : { ...result, extensions: Object.fromEntries(present) };
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
  const metrics = parts.metrics ?? createGatewayMetrics();
  const supergraphs = serveSupergraphs(parts, metrics);
  const server = new ApolloServer<Context>({
    gateway: supergraphs.gateway,
    ...apolloOptions(parts, metrics),
  });
  await server.start();
  const app = createHttpServer({
    createErrorId,
    onUnexpected: (error, id) =>
      parts.logger.error({ id, detail: scrub(error.stack ?? error.message) }, "unexpected error"),
  });
  let isTaking = true;
  const requestLimitMs = parts.requestLimitMs ?? REQUEST_LIMIT_MS;
  addGraphqlRoute(app, {
    path: "/graphql",
    server,
    createContext: async request => ({
      request: {
        claims: await identify(parts, request.headers),
        signal: AbortSignal.timeout(requestLimitMs),
      },
    }),
    onAnswered: metrics.requestAnswered,
  });
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

async function identify({ identify }: GatewayParts, headers: IncomingHttpHeaders): Promise<RequestClaims> {
  try {
    return await identify(headers);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw refuse([error]).errors?.[0] ?? error;
  }
}

function apolloOptions(
  parts: GatewayParts,
  metrics: GatewayMetrics,
): Omit<ApolloServerOptionsWithGateway<Context>, "gateway"> {
  const { logger } = parts;
  return {
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Both are the business of the first step of the road, where limits come before rules.
    dangerouslyDisableValidation: true,
    introspection: true,
    parseOptions: { maxTokens: limitsOf(parts).maxTokens },
    // A request without a bearer token is refused, and no browser adds one on its own.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    logger: createApolloLogger(logger),
    formatError: createFormatError({
      development: parts.development ?? false,
      onError(report) {
        metrics.errorSent(report.code);
        if (report.code === "INTERNAL") logger.error(report, "error sent");
        else logger.debug(report, "error sent");
      },
    }),
  };
}

function limitsOf({ limits }: GatewayParts): OperationLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}

type ApolloGatewayInterface = ApolloServerOptionsWithGateway<Context>["gateway"];
type SchemaListener = Parameters<NonNullable<ApolloGatewayInterface["onSchemaLoadOrUpdate"]>>[0];

interface ServedSupergraphs {
  /** What Apollo Server takes for its gateway. */
  readonly gateway: ApolloGatewayInterface;
  readonly update: (sdl: string) => Promise<void>;
}

/** Serves the newest supergraph; a request keeps to the one whose schema its document was read with. */
function serveSupergraphs(parts: GatewayParts, metrics: GatewayMetrics): ServedSupergraphs {
  const versionParts = createVersionParts(parts, metrics);
  const versions = new WeakMap<GraphQLSchema, SupergraphVersion>();
  const listeners = new Set<SchemaListener>();
  let current: SupergraphVersion | null = null;
  const load = async (sdl: string): Promise<void> => {
    const version = await loadSupergraphVersion(sdl, versionParts);
    const before = current;
    current = version;
    versions.set(version.clientSchema, version);
    for (const listener of listeners)
      listener({ apiSchema: version.clientSchema, coreSupergraphSdl: version.plannerSdl });
    await before?.stop();
  };
  // One after the other: two at once could end with the older one.
  let lastUpdate = Promise.resolve();
  const executor = async (received: ExecutorContext) => {
    const version = versions.get(received.schema);
    if (version === undefined) throw new Error("the document was read with a schema that was never served");
    const { request } = received.context as Context;
    return toExecutorResult(await answerOrRefuse(version, request, received, parts.audit));
  };
  return {
    update(sdl) {
      const update = lastUpdate.then(() => load(sdl));
      lastUpdate = update.catch(() => undefined);
      return update;
    },
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      async load() {
        await load(parts.supergraphSdl);
        return { executor };
      },
      stop: async () => current?.stop(),
    },
  };
}

async function answerOrRefuse(...road: Parameters<typeof answer>): Promise<ExecutionResult> {
  try {
    return await answer(...road);
  } catch (error) {
    if (error instanceof GraphQLError && error instanceof HubError) return refuse([error]);
    throw error;
  }
}

function toExecutorResult({ data, errors, extensions }: ExecutionResult) {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function createVersionParts(parts: GatewayParts, metrics: GatewayMetrics): VersionParts {
  const { logger } = parts;
  return {
    transport: observeAnswers(parts.transport, metrics.subgraphAsked),
    cache: parts.cache ?? (transport => transport),
    createGuard: parts.createGuard,
    tokenising: parts.tokenising ?? null,
    limits: limitsOf(parts),
    introspection: parts.introspection ?? false,
    publishError: (subgraph, error) =>
      publishError(subgraph, error, createErrorId, hidden =>
        logger.error({ ...hidden, message: undefined, detail: scrub(hidden.message) }, "error of a subgraph"),
      ),
    onFailure: ({ subgraph, reason, message }) =>
      logger.warn({ subgraph, reason, detail: scrub(message) }, "subgraph did not answer"),
    apolloLogger: createApolloLogger(logger),
  };
}
