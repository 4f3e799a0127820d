import {
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
} from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import {
  ABOUT_EXTENSION,
  HOLDS_UNTIL_EXTENSION,
  TOUCHED_EXTENSION,
} from "../../schema/contract/answerExtensions";
import { HubError } from "../../schema/contract/errors";
import { aboutWhom } from "./about";
import { describeMisfits } from "./describeMisfits";
import { createEnforcement } from "./enforceRequirements";
import { formatSubgraphError, type LogError } from "./formatSubgraphError";
import type { RunningSubgraph } from "./runningSubgraph";
import { holdsUntil } from "./holdsUntil";
import { touchedBy } from "./touched";

/** An operation as the gateway sends it: as text, or parsed already where it shares the subgraph's process. */
export interface SubgraphOperation {
  readonly query: string | DocumentNode;
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
  const valid = new WeakSet<DocumentNode>();
  const enforce = createEnforcement(subgraph.schema, subgraph.sdl);

  function validateOnce(document: DocumentNode): DocumentNode {
    if (valid.has(document)) return document;
    const [error] = validate(subgraph.schema, document);
    if (error !== undefined) {
      throw new HubError("GRAPHQL_VALIDATION_FAILED", "The operation does not fit this subgraph's schema.", {
        detail: error.message,
      });
    }
    valid.add(document);
    return document;
  }

  function parseOnce(query: string): DocumentNode {
    const known = parsed.get(query);
    if (known !== undefined) return known;
    const document = validateOnce(parse(query, { maxTokens: MAX_TOKENS, noLocation: true }));
    if (parsed.size >= MAX_PARSED_OPERATIONS) parsed.clear();
    parsed.set(query, document);
    return document;
  }

  return async (operation, claims) => {
    const variables = operation.variables ?? {};
    try {
      const { query } = operation;
      const document = typeof query === "string" ? parseOnce(query) : validateOnce(query);
      enforce(document, variables, claims);
      const context = createContext(claims);
      const result = await execute({
        schema: subgraph.schema,
        document,
        variableValues: variables,
        operationName: operation.operationName ?? null,
        contextValue: context,
      });
      return withExtensions(formatResult(result, log), document, context);
    } catch (error) {
      const graphqlError =
        error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
      return { errors: [formatSubgraphError(graphqlError, log)] };
    }
  };
}

/**
 * What a mutation touched is told whatever became of its answer: the change may stand where a field of it failed.
 * Of a query it is told until when its answer holds, where it changes by itself; of both, whom the answer is about.
 */
function withExtensions(
  result: FormattedExecutionResult,
  document: DocumentNode,
  context: object,
): FormattedExecutionResult {
  const touched = isMutation(document) ? touchedBy(context) : [];
  const moment = isMutation(document) ? undefined : holdsUntil(context);
  const about = aboutWhom(context);
  const extensions = {
    ...(touched.length === 0 ? {} : { [TOUCHED_EXTENSION]: touched }),
    ...(moment === undefined ? {} : { [HOLDS_UNTIL_EXTENSION]: moment.toJSON() }),
    ...(about.length === 0 ? {} : { [ABOUT_EXTENSION]: about }),
  };
  return Object.keys(extensions).length === 0 ? result : { ...result, extensions };
}

function isMutation(document: DocumentNode): boolean {
  return document.definitions.some(
    definition =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
}

function formatResult(result: ExecutionResult, log: LogError): FormattedExecutionResult {
  // Without data nothing was executed: the variables could not be read.
  if (result.data === undefined) return { data: null, errors: describeMisfits(result.errors ?? []) };
  const { data } = result;
  if (result.errors === undefined) return { data };
  return { data, errors: result.errors.map(error => formatSubgraphError(error, log)) };
}
