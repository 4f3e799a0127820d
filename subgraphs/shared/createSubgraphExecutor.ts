import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
} from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";
import { createEnforcement } from "./enforceRequirements";
import { formatSubgraphError, type LogError } from "./formatSubgraphError";
import type { RunningSubgraph } from "./runningSubgraph";

/** An operation as the gateway sends it. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Runs an operation for a caller whose claims have been verified; errors are part of the answer. */
export type SubgraphExecutor = (
  operation: SubgraphOperation,
  claims: RequestClaims,
) => Promise<FormattedExecutionResult>;

/** The gateway's plans are few and repeat; a stranger's texts must not fill the memory. */
const MAX_PARSED_OPERATIONS = 1_000;
const MAX_TOKENS = 5_000; // the longest plan of the dossier has some 400

/** Parses, validates, checks rights and executes: the road of a request through a subgraph. */
export function createSubgraphExecutor(
  { subgraph, createContext }: RunningSubgraph,
  log: LogError,
): SubgraphExecutor {
  const parsed = new Map<string, DocumentNode>();
  const enforce = createEnforcement(subgraph.schema, subgraph.sdl);

  function parseOnce(query: string): DocumentNode {
    const known = parsed.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    const errors = validate(subgraph.schema, document);
    if (errors[0] !== undefined) {
      throw new HubError("GRAPHQL_VALIDATION_FAILED", "The operation does not fit this subgraph's schema.", {
        detail: errors[0].message,
      });
    }
    if (parsed.size >= MAX_PARSED_OPERATIONS) parsed.clear();
    parsed.set(query, document);
    return document;
  }

  return async (operation, claims) => {
    const variables = operation.variables ?? {};
    try {
      const document = parseOnce(operation.query);
      enforce(document, variables, claims);
      const result = await execute({
        schema: subgraph.schema,
        document,
        variableValues: variables,
        operationName: operation.operationName ?? null,
        contextValue: createContext(claims),
      });
      return formatResult(result, log);
    } catch (error) {
      const graphqlError =
        error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
      return { errors: [formatSubgraphError(graphqlError, log)] };
    }
  };
}

function formatResult(result: ExecutionResult, log: LogError): FormattedExecutionResult {
  const data = result.data ?? null;
  if (result.errors === undefined) return { data };
  return { data, errors: result.errors.map(error => formatSubgraphError(error, log)) };
}
