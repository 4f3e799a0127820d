/** Why a subgraph gave no usable answer; a label of metrics, so a closed set. */
export type FailureReason =
  | "BREAKER_OPEN"
  | "UNREACHABLE"
  | "DEADLINE"
  | "TIMED_OUT"
  | "REFUSED"
  | "TOO_LARGE"
  | "NOT_JSON"
  | "WRONG_SHAPE"
  | "WRONG_ENTITY";

/** A subgraph gave no usable answer. Its message is for the log; a client sees SUBGRAPH_UNAVAILABLE. */
export class SubgraphFailure extends Error {
  constructor(
    readonly subgraph: string,
    readonly reason: FailureReason,
    detail: string,
    options?: { cause?: unknown },
  ) {
    super(`${subgraph}: ${reason}: ${detail}`, options);
    this.name = "SubgraphFailure";
  }
}
