import type { ErrorCode } from "../../schema/contract/errors";

/** The HTTP status of a request that is refused whole, by the code of its error. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PURPOSE_REQUIRED: 403,
  BAD_INPUT: 400,
  INVALID_DOCUMENT: 400,
  INVALID_TRANSITION: 409,
  AUTHORITY_TOO_LOW: 403,
  REQUEST_ID_REUSED: 409,
  LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  NOT_FOUND: 404,
  SUBGRAPH_UNAVAILABLE: 503,
  AUDIT_UNAVAILABLE: 503,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  // Clients of persisted queries expect an ordinary answer and send the text with the next request.
  PERSISTED_QUERY_NOT_FOUND: 200,
  INTERNAL: 500,
};
