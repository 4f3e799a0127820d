import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from "fastify";
import type { KeyObject } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../schema/contract/clock";
import { HubError } from "../../schema/contract/errors";
import { verifyRequest, type VerifiedRequest } from "../../schema/contract/signature";
import { subgraphOf } from "../../schema/contract/subgraphCaller";
import { createSubgraphExecutor } from "./createSubgraphExecutor";
import { SUBGRAPH_METRICS } from "./orders/restorationMetrics";
import type { NonceMemory } from "./nonceMemory";
import type { RunningSubgraph } from "./runningSubgraph";

/** What a subgraph server needs beside the subgraph itself. */
export interface SubgraphServerParts {
  readonly running: RunningSubgraph;
  /** Public keys of the gateways; several while a key is being replaced. */
  readonly verifyKeys: readonly KeyObject[];
  /** Of the subgraphs that may ask this one for events, by their names. */
  readonly subgraphKeys: ReadonlyMap<string, KeyObject>;
  readonly nonces: NonceMemory;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  /** Says whether the store answers. */
  isReady(): Promise<boolean>;
}

/** A request older than this was held up or is being replayed. */
const MAX_AGE_MS = 30_000;
const MAX_BODY_BYTES = 16 * 1024 * 1024; // a report of 10,000 items is about 4 MB
/** Slow senders are cut off: a gateway sends its body at once. */
const REQUEST_TIMEOUT_MS = 15_000;

const operationSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** Builds the HTTP server of one subgraph. It answers nothing to a request that no gateway has signed. */
export function createSubgraphServer(parts: SubgraphServerParts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: "idle",
  });
  const execute = createSubgraphExecutor(parts.running, (errorId, error) => {
    parts.logger.error({ errorId, detail: detailOf(error) }, "a resolver failed");
  });
  // The signature covers the body byte for byte, so it is kept as it came until it has been verified.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const unsigned = error instanceof HubError && error.code === "UNAUTHENTICATED";
    const status = unsigned ? 401 : (error.statusCode ?? (error instanceof HubError ? 400 : 500));
    const code = error instanceof HubError ? error.code : status < 500 ? "BAD_INPUT" : "INTERNAL";
    // A subgraph has no way to the chain of access records: for whoever watches it, its log is where this shows.
    const what = unsigned ? "UNSIGNED_REQUEST: somebody who is no gateway asked" : "a request was refused";
    parts.logger.warn({ detail: detailOf(error) }, what);
    void reply
      .status(status)
      .send({ errors: [{ message: "The request was refused.", extensions: { code } }] });
  });
  app.get("/healthz", () => ({ status: "ok" }));
  // Sums that name nobody: for whoever watches this process, who signs nothing.
  app.get("/metrics", async (_request, reply) =>
    reply.type(SUBGRAPH_METRICS.contentType).send(await SUBGRAPH_METRICS.metrics()),
  );
  app.get("/readyz", async (_request, reply) => {
    const ready = await parts.isReady().catch(() => false);
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
  app.post("/graphql", async request => {
    const body = bodyOf(request);
    const { claims, nonce } = verifySender(parts, {
      subgraph: parts.running.subgraph.name,
      headers: request.headers,
      body,
      now: parts.clock().getTime(),
      maxAgeMs: MAX_AGE_MS,
    });
    if (!(await parts.nonces.claim(nonce))) {
      throw new HubError("UNAUTHENTICATED", "The request was refused.", {
        detail: "the nonce was used before",
      });
    }
    return execute(parseOperation(body), claims);
  });
  return app;
}

/** A gateway vouches for any caller, a subgraph for itself alone. */
function verifySender(
  { verifyKeys, subgraphKeys }: SubgraphServerParts,
  request: Omit<Parameters<typeof verifyRequest>[0], "keys">,
): VerifiedRequest {
  // Gateways first: nearly every request is one of theirs.
  const verified = verifyRequest({ ...request, keys: [...verifyKeys, ...subgraphKeys.values()] });
  const name = [...subgraphKeys].find(([, key]) => key.equals(verified.signer))?.[0];
  if (name === undefined || subgraphOf(verified.claims) === name) return verified;
  throw new HubError("UNAUTHENTICATED", "The request was refused.", {
    detail: `the subgraph ${name} signed claims that are not its own`,
  });
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function parseOperation(body: Buffer): z.infer<typeof operationSchema> {
  try {
    return operationSchema.parse(JSON.parse(body.toString("utf8")));
  } catch {
    throw new HubError("BAD_INPUT", "The body is not a GraphQL request.");
  }
}

/** For the log: never the message of a driver's error whole, which quotes values. */
function detailOf(error: unknown): string {
  if (error instanceof HubError) return error.detail ?? error.code;
  if (!(error instanceof Error)) return "not an error";
  const code = (error as { code?: unknown }).code;
  const where = error.stack?.split("\n").slice(1, 4).join(" |").trim() ?? "";
  return `${error.name}${typeof code === "string" ? ` ${code}` : ""} ${where}`;
}
