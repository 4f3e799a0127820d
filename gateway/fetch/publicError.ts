import type { ErrorCode } from "../../schema/contract/errors";

/** An error of a subgraph in the form in which a client may see it. */
export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Under which the log has more, where the client is told nothing. */
  readonly id?: string;
}
