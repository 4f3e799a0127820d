import { HeaderMap } from "@apollo/server";
import { GraphQLError, type ExecutionResult } from "graphql";
import { HubError, isErrorCode } from "../../schema/contract/errors";
import { HTTP_STATUS } from "./httpStatus";

/** An answer that is errors alone, with the HTTP status and headers that they call for. */
export function refuse(errors: readonly GraphQLError[], status?: number): ExecutionResult {
  return { errors: errors.map(error => withHttp(error, status)) };
}

function withHttp(error: GraphQLError, status: number | undefined): GraphQLError {
  const code = error.extensions["code"];
  const headers = new HeaderMap();
  const retryAfter = retryAfterSeconds(error);
  if (retryAfter !== undefined) headers.set("retry-after", String(Math.ceil(retryAfter)));
  if (status === 405) headers.set("allow", "POST");
  const http = { status: status ?? HTTP_STATUS[isErrorCode(code) ? code : "INTERNAL"], headers };
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    path: error.path,
    extensions: { ...error.extensions, http },
    originalError: error.originalError ?? error,
  });
}

function retryAfterSeconds(error: GraphQLError): number | undefined {
  const known = error instanceof HubError ? error : error.originalError;
  return known instanceof HubError ? known.retryAfterSeconds : undefined;
}
