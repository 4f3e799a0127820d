import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestClaims } from "../schema/contract/claims";
import { HubError } from "../schema/contract/errors";
import { serveConsole } from "./console/serveConsole";
import type { OperationContext } from "./createApolloServer";
import { createErrorId } from "./errors/createErrorId";
import { scrub } from "./errors/scrub";
import type { GatewayParts } from "./gatewayParts";
import { createAskFeed } from "./http/askFeed";
import { createBodyAllowance, hasLargeBody, type IsReporter } from "./http/bodyAllowance";
import { createHttpServer } from "./http/createHttpServer";
import { addFeedRoute } from "./http/feedRoute";
import type { GatewayMetrics } from "./http/gatewayMetrics";
import { addGraphqlRoute } from "./http/graphqlRoute";
import { addHealthRoutes, type IsReady } from "./http/healthRoutes";
import { addMetricsRoute } from "./http/metricsRoute";
import { identifyOnRecord } from "./identifyOnRecord";

/** Two fetches at their limit, one after the other. */
const REQUEST_LIMIT_MS = 10_000;
/** Ten thousand items take a second or two to store, and many times that on a machine that does much else. */
const LARGE_REQUEST_LIMIT_MS = 60_000;

interface AppOptions {
  readonly parts: GatewayParts;
  readonly server: ApolloServer<OperationContext>;
  readonly metrics: GatewayMetrics;
  readonly isReady: IsReady;
}

/** The gateway's own routes. Who asks is found out before a word of the operation is read. */
export function createApp({ parts, server, metrics, isReady }: AppOptions): FastifyInstance {
  const app = createHttpServer({
    createErrorId,
    onUnexpected: (error, id) =>
      parts.logger.error({ id, detail: scrub(error.stack ?? error.message) }, "unexpected error"),
  });
  const requestLimitMs = parts.requestLimitMs ?? REQUEST_LIMIT_MS;
  const createContext = async ({ headers }: { headers: IncomingHttpHeaders }): Promise<OperationContext> => ({
    request: {
      claims: await identifyOnRecord(parts, headers),
      deadlineAt: performance.now() + (hasLargeBody(headers) ? LARGE_REQUEST_LIMIT_MS : requestLimitMs),
    },
  });
  addGraphqlRoute(app, {
    path: "/graphql",
    server,
    createContext,
    allowBody: createBodyAllowance(createIsReporter(parts)),
    onAnswered: (status, seconds) => metrics.requestAnswered(status, seconds),
  });
  addHealthRoutes(app, isReady);
  addMetricsRoute(app, metrics.registry, parts.readMetrics);
  if (parts.feed !== undefined) {
    const ask = createAskFeed(server, headers => createContext({ headers }));
    const identify = (headers: IncomingHttpHeaders): Promise<RequestClaims> =>
      identifyOnRecord(parts, headers);
    addFeedRoute(app, { ...parts.feed, ask, identify });
  }
  if (parts.console) serveConsole(app, parts.console);
  return app;
}

/** Whoever is not known is no reporter: the request itself is not yet refused for it, its length is. */
function createIsReporter({ identify, mayReport }: GatewayParts): IsReporter {
  return async headers => {
    try {
      return mayReport?.(await identify(headers)) ?? false;
    } catch (error) {
      if (error instanceof HubError) return false;
      throw error;
    }
  };
}
