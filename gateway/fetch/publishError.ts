import type { GraphQLFormattedError } from "graphql";
import { isErrorCode, type ErrorCode } from "../../schema/contract/errors";
import type { PublicError } from "./publicError";

/**
 * Codes that say something about what was asked. The others speak of the subgraph's dealings with the gateway:
 * a client told UNAUTHENTICATED by a subgraph would throw its own good token away.
 */
const CODES_OF_SUBGRAPHS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
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
]);

/** Longer than any sentence of ours. */
const MAX_MESSAGE_CHARACTERS = 500;

/** Told of an error that the client learns only an id of. */
export type OnHiddenError = (error: { id: string; subgraph: string; code: unknown; message: string }) => void;

/** What a client may see of a subgraph's error: a known code with its sentence, or else an id. */
export function publishError(
  subgraph: string,
  { message, extensions }: GraphQLFormattedError,
  createId: () => string,
  onHidden: OnHiddenError,
): PublicError {
  const code = extensions?.["code"];
  if (isErrorCode(code) && CODES_OF_SUBGRAPHS.has(code)) {
    return { code, message: message.slice(0, MAX_MESSAGE_CHARACTERS) };
  }
  const id = createId();
  onHidden({ id, subgraph, code, message });
  return { code: "INTERNAL", message: "A subgraph met an error.", id };
}
