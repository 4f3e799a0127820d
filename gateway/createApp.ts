import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestClaims } from "../schema/contract/claims";
import { serveConsole } from "./console/serveConsole";
import type { OperationContext } from "./createApolloServer";
import { createErrorId } from "./errors/createErrorId";
import { scrub } from "./errors/scrub";
import type { GatewayParts } from "./gatewayParts";
import { createAskFeed } from "./http/askFeed";
import { createHttpServer } from "./http/createHttpServer";
import { addFeedRoute } from "./http/feedRoute";
import type { GatewayMetrics } from "./http/gatewayMetrics";
import { addGraphqlRoute } from "./http/graphqlRoute";
import { addHealthRoutes, type IsReady } from "./http/healthRoutes";
import { addMetricsRoute } from "./http/metricsRoute";
import { identifyOnRecord } from "./identifyOnRecord";

/** Two fetches at their limit, one after the other. */
const REQUEST_LIMIT_MS = 10_000;

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
      deadlineAt: performance.now() + requestLimitMs,
    },
  });
  addGraphqlRoute(app, {
    path: "/graphql",
    server,
    createContext,
    onAnswered: (status, seconds) => metrics.requestAnswered(status, seconds),
  });
  addHealthRoutes(app, isReady);
  addMetricsRoute(app, metrics.registry);
  if (parts.feed !== undefined) {
    const ask = createAskFeed(server, headers => createContext({ headers }));
    const identify = (headers: IncomingHttpHeaders): Promise<RequestClaims> =>
      identifyOnRecord(parts, headers);
    addFeedRoute(app, { ...parts.feed, ask, identify });
  }
  if (parts.console) serveConsole(app, parts.console);
  return app;
}
