import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { randomUUID } from "node:crypto";
import { HubError, isErrorCode } from "../../schema/contract/errors";

/** Called with what a client must not see; `errorId` is what the client was told. */
export type LogError = (errorId: string, error: unknown) => void;

/**
 * The one exit for errors of a subgraph: a coded error passes with its public message, anything else becomes
 * INTERNAL with an id, since a driver's message holds statements, addresses and numbers.
 */
export function formatSubgraphError(error: GraphQLError, log: LogError): GraphQLFormattedError {
  const original = error.originalError ?? error;
  const code = original instanceof HubError ? original.code : error.extensions.code;
  const path = error.path === undefined ? {} : { path: error.path };
  if (original instanceof HubError) {
    if (original.detail !== undefined) log(randomUUID(), original);
    return { message: original.message, ...path, extensions: { code: original.code } };
  }
  if (original instanceof GraphQLError && isErrorCode(code))
    return { message: error.message, ...path, extensions: { code } };
  const errorId = randomUUID();
  log(errorId, original);
  return { message: "The register could not answer.", ...path, extensions: { code: "INTERNAL", errorId } };
}
