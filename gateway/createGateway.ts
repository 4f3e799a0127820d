import { OperationTypeNode, type ExecutionResult } from "graphql";
import type { RequestClaims } from "../schema/contract/claims";
import { HubError } from "../schema/contract/errors";
import { answerOnRecord } from "./answerOnRecord";
import { createApolloServer } from "./createApolloServer";
import { createApp } from "./createApp";
import { createVersionParts } from "./createVersionParts";
import { ROAD_REFUSALS } from "./errors/roadRefusals";
import { refuse } from "./errors/refuse";
import type { FetchState } from "./fetch/fetchState";
import type { Gateway, GatewayParts } from "./gatewayParts";
import { createGatewayMetrics } from "./http/gatewayMetrics";
import type { HubRequest, Permission, UnderstoodOperation } from "./requestContext";
import { locateProblem } from "./supergraph/inputProblem";
import { DEFAULT_LIMITS, type OperationLimits } from "./supergraph/operationLimits";
import type { ExecutorContext } from "./supergraph/startApolloGateway";
import type { TokenisedVariables } from "./supergraph/tokeniseDocuments";
import { createDocumentStore, type DocumentStore } from "./supergraph/trustedDocuments";
import { serveSupergraphs } from "./serveSupergraphs";
import type { SupergraphVersion } from "./supergraphVersion";

interface Road {
  readonly parts: GatewayParts;
  readonly limits: OperationLimits;
  readonly documents: DocumentStore;
}

/** The road of an operation, from what came in to what goes out. Each step may end it. */
async function answer(
  { parts, limits, documents }: Road,
  version: SupergraphVersion,
  { claims, deadlineAt }: HubRequest,
  received: ExecutorContext,
): Promise<ExecutionResult> {
  if (!mayBeSent(parts, documents, claims, received)) return refuse([ROAD_REFUSALS.onlyTrusted]);
  // Limits, the rules of the language, literals into variables: once for each document.
  const prepared = version.prepare(received.document, received.request.operationName);
  const { known } = prepared;
  if (known === null)
    return refuse(prepared.errors.length > 0 ? prepared.errors : [ROAD_REFUSALS.noSuchOperation]);
  const { document, hash, declared, operation: node } = known;
  if (node.operation === OperationTypeNode.SUBSCRIPTION) return refuse([ROAD_REFUSALS.noSubscriptions]);
  // Addresses are written into logs on the way; what an argument says may name a person.
  if (received.request.http?.method === "GET" && known.takesArguments)
    return refuse([ROAD_REFUSALS.argumentsByGet], 405);

  // Variables against their types, people into tokens.
  const { variables, errors } = prepared.readVariables(received.request.variables ?? {});
  if (errors.length > 0) return refuse(errors);
  const tokenised = version.tokeniser.tokenise(declared, variables, node.operation);
  if (tokenised.problems.length > 0)
    return refuse(tokenised.problems.map(problem => locateProblem(document, problem)));

  const cost = known.cost(variables);
  if (cost > limits.maxCost) return refuse([ROAD_REFUSALS.tooCostly]);

  const operation: UnderstoodOperation = {
    document,
    hash,
    operationType: node.operation,
    operationName: node.name?.value ?? null,
    variables: tokenised.variables,
    tokens: tokenised.tokens,
    tokensIn: tokenised.tokensIn,
    rangesOf: tokenised.rangesOf,
  };
  return answerUnderstood({ version, claims, deadlineAt, received, parts, operation, tokenised, cost });
}

function mayBeSent(
  { trustedDocuments }: GatewayParts,
  documents: DocumentStore,
  claims: RequestClaims,
  { queryHash }: ExecutorContext,
): boolean {
  return (
    trustedDocuments === undefined || documents.isTrusted(queryHash) || trustedDocuments.mayAskFreely(claims)
  );
}

interface Understood {
  readonly version: SupergraphVersion;
  readonly claims: RequestClaims;
  readonly deadlineAt: number;
  readonly received: ExecutorContext;
  readonly parts: Pick<GatewayParts, "audit" | "charge">;
  readonly operation: UnderstoodOperation;
  readonly tokenised: TokenisedVariables;
  readonly cost: number;
}

/** The rest of the road: the bill, rights, plan and fetches, what was denied, the record. */
async function answerUnderstood(road: Understood): Promise<ExecutionResult> {
  const { version, operation } = road;
  const { audit } = road.parts;
  const permission = (await refuseUncharged(road)) ?? (await version.guard.permit(operation, road.claims));
  const { result, people, fetches } = await carryOut(road, permission);
  // By name, not in the order in which they answered: the same question gets the same answer, byte for byte.
  const sources = Object.fromEntries([...(fetches?.sources ?? [])].sort());
  const servedFromCache = [...(fetches?.notes.servedFromCache ?? [])].sort();
  // Nothing leaves before its record stands.
  const receipt = await audit?.record({
    claims: permission.claims,
    operation,
    schema: version.clientSchema,
    document: permission.refusal === null ? permission.document : null,
    clientPath: permission.clientPath,
    denied: permission.denied,
    people,
    servedFromCache,
    sources,
    result,
  });
  return withExtensions(result, {
    ...(fetches === null ? {} : { sources }),
    ...(servedFromCache.length === 0 ? {} : { servedFromCache }),
    ...Object.fromEntries(fetches?.notes.extensions ?? []),
    ...(receipt === undefined ? {} : { audit: receipt }),
  });
}

/** Who has asked enough for a while is refused like others are, so that the record tells of whom they asked. */
async function refuseUncharged({
  parts,
  version,
  claims,
  cost,
  operation,
}: Understood): Promise<Permission | null> {
  try {
    await parts.charge?.(claims, cost, operation, version.clientSchema);
    return null;
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== "RATE_LIMITED") throw error;
    const { hash } = operation;
    return {
      document: null,
      hash,
      refusal: error,
      claims,
      leftOut: new Map(),
      denied: [],
      peopleIn: () => [],
      clientPath: path => path,
      restore: result => result,
    };
  }
}

interface CarriedOut {
  readonly result: ExecutionResult;
  readonly people: readonly string[];
  /** Null where no subgraph had to be asked. */
  readonly fetches: FetchState | null;
}

async function carryOut(road: Understood, permission: Permission): Promise<CarriedOut> {
  const { version, operation } = road;
  const { refusal, document, claims } = permission;
  if (refusal !== null) return { result: refuse([refusal]), people: [], fetches: null };
  if (operation.operationType === "mutation")
    await road.parts.audit?.intend(operation, claims, version.clientSchema);
  // Nothing is left that the caller may see: each place is restored as denied, and nobody is asked.
  if (document === null) return { result: permission.restore({ data: {} }), people: [], fetches: null };
  const { result, fetches } = await version.execute(road.received, {
    operation,
    permission: { ...permission, document },
    subgraphVariables: road.tokenised.subgraphVariables,
    deadlineAt: road.deadlineAt,
  });
  const people = [...new Set([...permission.peopleIn(result), ...fetches.notes.people])];
  return { result: permission.restore(result), people, fetches };
}

function withExtensions(result: ExecutionResult, extensions: Record<string, unknown>): ExecutionResult {
  return Object.keys(extensions).length === 0 ? result : { ...result, extensions };
}

/** Puts a gateway together. It does not listen yet. */
export async function createGateway(parts: GatewayParts): Promise<Gateway> {
  const { logger } = parts;
  const metrics = parts.metrics ?? createGatewayMetrics();
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const documents = createDocumentStore(parts.trustedDocuments?.texts ?? []);
  const road: Road = { parts, limits, documents };
  const versionParts = createVersionParts(parts, limits, metrics);
  const supergraphs = serveSupergraphs(parts.supergraphSdl, versionParts, (version, request, received) =>
    answerOnRecord(parts.audit, request, received.request.operationName, () =>
      answer(road, version, request, received),
    ),
  );
  parts.transport.watchBreakers?.((subgraph, state) => {
    metrics.breakerChanged(subgraph, state);
    logger.warn({ subgraph, state }, "breaker of a subgraph");
  });
  const server = createApolloServer({
    gateway: supergraphs.gateway,
    maxTokens: limits.maxTokens,
    documents: documents.cache,
    development: parts.development ?? false,
    logger,
    onErrorSent: code => metrics.errorSent(code),
  });
  await server.start();
  let isTaking = true;
  const app = createApp({ parts, server, metrics, isReady: () => isTaking });
  return {
    app,
    metrics,
    updateSupergraph: supergraphs.update,
    stopTaking: () => void (isTaking = false),
    async close() {
      isTaking = false;
      await app.close();
      await server.stop();
      versionParts.cache?.close();
      await parts.transport.close?.();
    },
  };
}
