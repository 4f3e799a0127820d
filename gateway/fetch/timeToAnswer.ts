import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphRequest } from "./subgraphTransport";

/** How long one question may take, and what it means if it takes longer. */
export interface TimeToAnswer {
  readonly limitMs: number;
  /** Made when it is needed: an error that is never thrown costs more than the rest of a fetch. */
  readonly fail: () => SubgraphFailure;
}

/**
 * A question has its own limit, and ends with its request. What is to be written has all the time that the request
 * has: no other fetch is waiting for its share, and who gives up early only cannot tell what was written. Throws if
 * the request has ended already.
 */
export function timeToAnswer(
  { subgraph, deadlineAt, operationType }: Pick<SubgraphRequest, "subgraph" | "deadlineAt" | "operationType">,
  fetchLimitMs: number,
): TimeToAnswer {
  const leftMs = deadlineAt - performance.now();
  const isFetchLimit = fetchLimitMs <= leftMs;
  const fail = () =>
    isFetchLimit
      ? new SubgraphFailure(subgraph, "TIMED_OUT", "no whole answer in time")
      : new SubgraphFailure(subgraph, "DEADLINE", "the request has ended");
  if (leftMs <= 0) throw fail();
  return { limitMs: isFetchLimit && operationType === "query" ? fetchLimitMs : leftMs, fail };
}
