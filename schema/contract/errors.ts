import { GraphQLError } from "graphql";

/** Every code a client can meet. One union, so that a client can switch over it exhaustively. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "PURPOSE_REQUIRED",
  "BAD_INPUT",
  "INVALID_DOCUMENT",
  "INVALID_TRANSITION",
  "AUTHORITY_TOO_LOW",
  "REQUEST_ID_REUSED",
  "LIMIT_EXCEEDED",
  "RATE_LIMITED",
  "NOT_FOUND",
  "SUBGRAPH_UNAVAILABLE",
  "AUDIT_UNAVAILABLE",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_FOUND",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

interface HubErrorOptions {
  /** For the log alone: never sent to a client. */
  readonly detail?: string;
  readonly cause?: unknown;
  /** Seconds after which the same request may be sent again. */
  readonly retryAfterSeconds?: number;
}

/**
 * The one error class. `message` is for the client: it says what is wrong and how to mend it, and never
 * holds a number, a name or a statement; `detail` is for the log.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: HubErrorOptions = {}) {
    const { retryAfterSeconds } = options;
    super(message, {
      extensions: { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
    });
    this.name = "HubError";
    this.code = code;
    this.detail = options.detail;
    this.retryAfterSeconds = options.retryAfterSeconds;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}

/** True for a string that is one of the codes a client may see. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && (ERROR_CODES as readonly string[]).includes(value);
}
