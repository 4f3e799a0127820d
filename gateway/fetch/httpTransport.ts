import type { KeyObject } from "node:crypto";
import type { ExecutionResult } from "graphql";
import { errors as undiciErrors, Pool } from "undici";
import type { Clock } from "../../schema/contract/clock";
import { CONNECT_LIMIT_MS, CONNECTIONS_PER_SUBGRAPH, FETCH_LIMIT_MS, MAX_ANSWER_BYTES } from "./fetchLimits";
import { OutOfTime, postToPool, type Received } from "./postToPool";
import { createRequestSigner, type RequestSigner } from "./requestSigner";
import { createSubgraphBreaker, type BreakerState, type SubgraphBreaker } from "./subgraphBreaker";
import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphRequest, SubgraphTransport } from "./subgraphTransport";
import { timeToAnswer } from "./timeToAnswer";

interface HttpTransportOptions {
  /** Address of each subgraph's GraphQL endpoint, by name. */
  readonly urls: ReadonlyMap<string, string>;
  readonly clock: Clock;
  /** Null: subgraphs that verify nothing, in conformance tests. */
  readonly signingKey: KeyObject | null;
  readonly fetchLimitMs?: number;
}

type BreakerWatcher = (subgraph: string, state: BreakerState) => void;

interface Sending {
  readonly sign: RequestSigner | null;
  readonly clock: Clock;
  readonly fetchLimitMs: number;
}

interface Endpoint {
  readonly name: string;
  readonly pool: Pool;
  readonly path: string;
  readonly breaker: SubgraphBreaker;
}

/** Asks subgraphs over HTTP: pooled, signed, limited in time and size, each behind a breaker of its own. */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const watchers = new Set<BreakerWatcher>();
  const tellWatchers: BreakerWatcher = (subgraph, state) => watchers.forEach(watch => watch(subgraph, state));
  const endpoints = new Map(
    [...options.urls].map(([name, url]) => [name, createEndpoint(name, url, tellWatchers)]),
  );
  const { clock, signingKey, fetchLimitMs = FETCH_LIMIT_MS } = options;
  const sending = { sign: signingKey === null ? null : createRequestSigner(signingKey), clock, fetchLimitMs };
  return {
    async send(request) {
      const endpoint = endpoints.get(request.subgraph);
      if (endpoint === undefined)
        throw new Error(`no address is known for the subgraph "${request.subgraph}"`);
      const body = bodyOf(request);
      return endpoint.breaker.run(() => sendInTime(endpoint, request, body, sending));
    },
    watchBreakers: watcher => void watchers.add(watcher),
    close: async () => void (await Promise.all([...endpoints.values()].map(({ pool }) => pool.destroy()))),
  };
}

function createEndpoint(name: string, url: string, onBreakerChange: BreakerWatcher): Endpoint {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS_PER_SUBGRAPH,
    connect: { timeout: CONNECT_LIMIT_MS },
  });
  return {
    name,
    pool,
    path: pathname + search,
    breaker: createSubgraphBreaker(name, onBreakerChange),
  };
}

const sourceTexts = new WeakMap<object, string>();

// A plan's text is the same for every request that follows it, so it is escaped once.
function bodyOf({ document, source, operationName, variables }: SubgraphRequest): string {
  const text = sourceTexts.get(document) ?? JSON.stringify(source);
  sourceTexts.set(document, text);
  const name = operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${text}${name},"variables":${JSON.stringify(variables)}}`;
}

async function sendInTime(
  endpoint: Endpoint,
  request: SubgraphRequest,
  body: string,
  sending: Sending,
): Promise<ExecutionResult> {
  const time = timeToAnswer(request, sending.fetchLimitMs);
  try {
    return readReceived(endpoint.name, await post(endpoint, request, body, sending, time.limitMs));
  } catch (error) {
    throw error instanceof OutOfTime ? time.fail() : toFailure(endpoint.name, error);
  }
}

async function post(
  { pool, path, name }: Endpoint,
  request: SubgraphRequest,
  body: string,
  { sign, clock }: Sending,
  limitMs: number,
): Promise<Received> {
  const endsAt = performance.now() + limitMs;
  const ask = async (): Promise<Received> => {
    const signature = await sign?.({ subgraph: name, claims: request.claims, body, now: clock().getTime() });
    const headers = { "content-type": "application/json", accept: "application/json", ...signature };
    const leftMs = endsAt - performance.now();
    // Over while it was signed: whoever asked is told so, and nothing may be written any more.
    if (leftMs <= 0) throw new OutOfTime();
    return postToPool(pool, { path, body, headers, limitMs: leftMs, maxBytes: MAX_ANSWER_BYTES });
  };
  try {
    return await ask();
  } catch (error) {
    // A pooled connection may have been closed by the other side just as it was used again. A mutation might have
    // been carried out, so only a query is asked once more.
    if (request.operationType !== "query" || !(error instanceof undiciErrors.SocketError)) throw error;
    return ask();
  }
}

function readReceived(subgraph: string, received: Received): ExecutionResult {
  const { text, statusCode } = received;
  if (text === null) throw new SubgraphFailure(subgraph, "TOO_LARGE", `more than ${MAX_ANSWER_BYTES} bytes`);
  if (!isGraphQLAnswer(received)) throw new SubgraphFailure(subgraph, "REFUSED", `status ${statusCode}`);
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new SubgraphFailure(subgraph, "NOT_JSON", `${text.length} characters that are no JSON`);
  }
}

// A refusal that speaks GraphQL says what is wrong with the question; anything else says nothing.
function isGraphQLAnswer({ statusCode, contentType }: Received): boolean {
  return (statusCode >= 200 && statusCode < 300) || (statusCode === 400 && contentType.includes("json"));
}

function toFailure(subgraph: string, error: unknown): SubgraphFailure {
  if (error instanceof SubgraphFailure) return error;
  const code = (error as { code?: unknown } | null)?.code;
  return new SubgraphFailure(subgraph, "UNREACHABLE", typeof code === "string" ? code : "no connection", {
    cause: error,
  });
}
