import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { HubError, isErrorCode, type ErrorCode } from "../../schema/contract/errors";
import { createErrorId } from "./createErrorId";
import { scrub } from "./scrub";

/** Told of each error that leaves, in a form that is fit for a log. */
export type OnError = (report: ErrorReport) => void;

/** What the log is told of an error. Numbers have been struck out. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly id?: string;
  readonly path?: string;
  readonly detail?: string;
  readonly stack?: string;
}

interface FormatOptions {
  /** Callers learn names of the schema and what they may have meant: for development only. */
  readonly development: boolean;
  readonly onError: OnError;
}

/** The codes of Apollo Server that are not ours already. */
const APOLLO_CODES: ReadonlyMap<unknown, ErrorCode> = new Map<unknown, ErrorCode>([
  ["BAD_REQUEST", "BAD_INPUT"],
  ["BAD_USER_INPUT", "BAD_INPUT"],
  ["OPERATION_RESOLUTION_FAILURE", "BAD_INPUT"],
  ["PERSISTED_QUERY_NOT_SUPPORTED", "BAD_INPUT"],
]);

/** What clients are told where the message of an error would tell more than they should know. */
const SENTENCES: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ["INTERNAL", "The hub met an error. The id leads to it in the log."],
  ["GRAPHQL_PARSE_FAILED", "The document cannot be read as GraphQL."],
  ["GRAPHQL_VALIDATION_FAILED", "The document does not fit the schema."],
]);

// The parser says so with a slip of the pen; a thousand nested braces end its stack.
const TOO_LONG = /contains more tha[nt] \d+ tokens|Maximum call stack size exceeded/;
const TOO_LONG_SENTENCE = "The document is too long or nested too deeply.";

/**
 * The one way out for errors of operations. A client sees a code, a sentence, the path, and an id that leads to
 * the rest in the log. Never depends on the environment.
 */
export function createFormatError({ development, onError }: FormatOptions) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const code = codeOf(formatted, thrown);
    const given = formatted.extensions?.["id"];
    const id = typeof given === "string" ? given : code === "INTERNAL" ? createErrorId() : undefined;
    onError(reportOf(code, id, formatted, thrown));
    return {
      message: messageOf(code, formatted, thrown, development),
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: { code, ...(id === undefined ? {} : { id }), ...publicExtensions(formatted) },
    };
  };
}

function codeOf({ message, extensions }: GraphQLFormattedError, thrown: unknown): ErrorCode {
  const code = extensions?.["code"];
  if (code === "GRAPHQL_PARSE_FAILED" && TOO_LONG.test(message)) return "LIMIT_EXCEEDED";
  if (isErrorCode(code)) return code;
  const known = APOLLO_CODES.get(code);
  if (known !== undefined) return known;
  // Apollo Server gives some refusals a status and no code.
  return statusOf(thrown) === 400 ? "BAD_INPUT" : "INTERNAL";
}

function statusOf(thrown: unknown): unknown {
  const http = thrown instanceof GraphQLError ? thrown.extensions["http"] : null;
  return typeof http === "object" && http !== null && "status" in http ? http.status : null;
}

function messageOf(
  code: ErrorCode,
  formatted: GraphQLFormattedError,
  thrown: unknown,
  development: boolean,
): string {
  if (isOurs(thrown)) return formatted.message;
  if (TOO_LONG.test(formatted.message)) return TOO_LONG_SENTENCE;
  const sentence = SENTENCES.get(code);
  // GraphQL quotes what it does not understand, and that may be somebody's number.
  if (sentence !== undefined) return development && code !== "INTERNAL" ? scrub(formatted.message) : sentence;
  // A code of ours stands on sentences of ours alone, also on a subgraph's: an example in one helps to mend the input.
  return isErrorCode(formatted.extensions?.["code"]) ? formatted.message : scrub(formatted.message);
}

// Our own messages are written for clients.
function isOurs(thrown: unknown): boolean {
  return (
    thrown instanceof HubError || (thrown instanceof GraphQLError && thrown.originalError instanceof HubError)
  );
}

const PUBLIC_EXTENSIONS = ["input", "furtherPlaces", "retryAfterSeconds"] as const;

function publicExtensions({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  const named = PUBLIC_EXTENSIONS.filter(name => extensions?.[name] !== undefined);
  return Object.fromEntries(named.map(name => [name, extensions?.[name]]));
}

function reportOf(
  code: ErrorCode,
  id: string | undefined,
  { path }: GraphQLFormattedError,
  thrown: unknown,
): ErrorReport {
  const cause = originOf(thrown);
  const detail =
    cause instanceof HubError ? cause.detail : code === "INTERNAL" ? messageOfUnknown(cause) : undefined;
  return {
    code,
    ...(id === undefined ? {} : { id }),
    ...(path === undefined ? {} : { path: scrub(path.join(".")) }),
    ...(detail === undefined ? {} : { detail: scrub(detail) }),
    ...(code === "INTERNAL" && cause instanceof Error ? { stack: scrub(cause.stack ?? "") } : {}),
  };
}

function originOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError && !(thrown instanceof HubError) && thrown.originalError
    ? thrown.originalError
    : thrown;
}

function messageOfUnknown(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
