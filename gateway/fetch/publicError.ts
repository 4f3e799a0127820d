import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../schema/contract/errors";
import type { ResponsePath } from "./json";

/** An error of a subgraph in the form in which a client may see it. */
export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Under which the log has more, where the client is told nothing. */
  readonly id?: string;
}

/** As it stands in an answer, at a place of it. */
export function toGraphQLError(
  { code, message, id }: PublicError,
  path: ResponsePath | undefined,
): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code, ...(id === undefined ? {} : { id }) } });
}
