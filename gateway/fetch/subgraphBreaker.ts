import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from "cockatiel";
import { BREAKER_OPEN_MS, FAILURES_TO_OPEN } from "./fetchLimits";
import { SubgraphFailure } from "./subgraphFailure";

export type BreakerState = "CLOSED" | "HALF_OPEN" | "OPEN";

/** Stops asking a subgraph that has failed several times in a row, and tries again after a while. */
export interface SubgraphBreaker {
  run<T>(work: () => Promise<T>): Promise<T>;
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: "CLOSED",
  [CircuitState.HalfOpen]: "HALF_OPEN",
  [CircuitState.Open]: "OPEN",
  [CircuitState.Isolated]: "OPEN",
};

/** One breaker for one subgraph. */
export function createSubgraphBreaker(
  subgraph: string,
  onStateChange: (subgraph: string, state: BreakerState) => void,
): SubgraphBreaker {
  const breaker = circuitBreaker(handleWhen(countsAsFailure), {
    halfOpenAfter: BREAKER_OPEN_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  });
  breaker.onStateChange(state => onStateChange(subgraph, STATES[state]));
  const refusal = () => new SubgraphFailure(subgraph, "BREAKER_OPEN", "too many failures in a row");
  return {
    async run(work) {
      // While one question is on trial the others would wait for its outcome.
      if (breaker.state === CircuitState.HalfOpen) throw refusal();
      try {
        return await breaker.execute(work);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? refusal() : error;
      }
    },
  };
}

// A request whose time is up says nothing about the subgraph: others may have used it up.
function countsAsFailure(error: Error): boolean {
  return !(error instanceof SubgraphFailure && error.reason === "DEADLINE");
}
