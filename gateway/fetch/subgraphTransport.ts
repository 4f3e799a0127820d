import type { DocumentNode, ExecutionResult } from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import type { OperationNotes } from "./operationNotes";
import type { BreakerState } from "./subgraphBreaker";

/** One question to one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  /** Parsed once for each plan: the same object each time the same fetch is made. */
  readonly document: DocumentNode;
  readonly source: string;
  readonly operationName: string | undefined;
  readonly operationType: "query" | "mutation";
  readonly variables: Readonly<Record<string, unknown>>;
  readonly claims: RequestClaims;
  /** When the request as a whole has run out of time, by `performance.now()`. */
  readonly deadlineAt: number;
  /** Shared by all questions of one operation. */
  readonly notes: OperationNotes;
}

/**
 * A way to ask subgraphs. Throws a `SubgraphFailure` where no answer came; errors within an answer are part of
 * it. What stands between plan and wire (checks, cache) has this shape too, and wraps another one.
 */
export interface SubgraphTransport {
  send(request: SubgraphRequest): Promise<ExecutionResult>;
  /** Tells of breakers that open and close. */
  watchBreakers?(listener: (subgraph: string, state: BreakerState) => void): void;
  /** Lets go of connections. */
  close?(): Promise<void>;
}
