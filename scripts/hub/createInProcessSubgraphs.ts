import { GraphQLError, type ExecutionResult, type FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";
import { scrub } from "../../gateway/errors/scrub";
import type { ExecuteInProcess } from "../../gateway/fetch/inProcessTransport";
import { createSubgraphExecutor } from "../../subgraphs/shared/createSubgraphExecutor";
import type { RunningSubgraph } from "../../subgraphs/shared/runningSubgraph";

/** Subgraphs as the gateway's in-process transport asks them: rights are checked as they are over HTTP. */
export function createInProcessSubgraphs(
  subgraphs: readonly RunningSubgraph[],
  logger: Logger,
): ReadonlyMap<string, ExecuteInProcess> {
  return new Map(
    subgraphs.map(running => {
      const execute = createSubgraphExecutor(running, (errorId, error) => {
        const detail = error instanceof Error ? scrub(error.stack ?? error.message) : "not an error";
        logger.error({ errorId, subgraph: running.subgraph.name, detail }, "a resolver failed");
      });
      const executeInProcess: ExecuteInProcess = async (document, variables, operationName, claims) =>
        revive(await execute({ query: document, variables, operationName }, claims));
      return [running.subgraph.name, executeInProcess];
    }),
  );
}

/** The transport takes errors as a GraphQL executor makes them; these were already formatted. */
function revive({ data, errors, extensions }: FormattedExecutionResult): ExecutionResult {
  const revived = errors?.map(
    ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
  );
  return {
    ...(data === undefined ? {} : { data }),
    ...(revived === undefined ? {} : { errors: revived }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}
