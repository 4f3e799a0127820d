import { createEntityCache } from "./cache/entityCache";
import { createApolloLogger } from "./errors/apolloLogger";
import { createErrorId } from "./errors/createErrorId";
import { scrub } from "./errors/scrub";
import { observeAnswers } from "./fetch/observeAnswers";
import { publishError } from "./fetch/publishError";
import type { GatewayParts } from "./gatewayParts";
import type { GatewayMetrics } from "./http/gatewayMetrics";
import type { OperationLimits } from "./supergraph/operationLimits";
import type { VersionParts } from "./supergraphVersion";

/** What every version of the supergraph is served with: the gateway's parts, watched and logged. */
export function createVersionParts(
  parts: GatewayParts,
  limits: OperationLimits,
  metrics: GatewayMetrics,
): VersionParts {
  const { logger } = parts;
  return {
    transport: observeAnswers(parts.transport, (...asked) => metrics.subgraphAsked(...asked)),
    cache: parts.cache === undefined ? null : createEntityCache(parts.cache, metrics.cache),
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
