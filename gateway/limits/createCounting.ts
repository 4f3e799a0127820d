import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll } from "cockatiel";
import type { Cluster, Redis } from "ioredis";
import type { Counters } from "./counters";
import { createCounterNames } from "./createCounterNames";
import { createProcessCounters } from "./processCounters";
import { createRedisCounters } from "./redisCounters";
import { withinTime } from "../withinTime";

/** Does some counting as one, where counters are to be had; work is done anew where it was broken off. */
export type Counting = <T>(work: (counters: Counters) => Promise<T>) => Promise<T>;

/** Longer than a healthy Redis takes for all that one operation counts, shorter than a person notices. */
const SHARED_LIMIT_MS = 50;
const LATE = "Redis did not answer in time";
/** Until a Redis that failed is tried again: one operation of a second waits for it. */
const SHARED_RETRY_MS = 1_000;
/** Fewer do not need a Redis; how many there are on other machines nobody knows. */
const FEWEST_THAT_SHARE = 2;

/**
 * Counts in Redis where there is one, in this process where there is none. A Redis that fails is done without: each
 * of the `processes` behind one port then counts by itself, at its share of every limit, and nothing is refused or held
 * up because of it.
 */
export function createCounting(
  redis: Redis | Cluster | null,
  key: Buffer,
  processes = 1,
  now = Date.now,
): Counting {
  const nameOf = createCounterNames(key);
  if (redis === null) {
    const own = createProcessCounters(nameOf, 1, now);
    return work => work(own);
  }
  const shared = createRedisCounters(redis, nameOf);
  const own = createProcessCounters(nameOf, 1 / Math.max(FEWEST_THAT_SHARE, processes), now);
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: SHARED_RETRY_MS,
    breaker: new ConsecutiveBreaker(1),
  });
  return async work => {
    // While one operation tries it the others would wait for what comes of it.
    if (breaker.state === CircuitState.HalfOpen) return work(own);
    try {
      return await breaker.execute(() => withinTime(work(shared), SHARED_LIMIT_MS, () => new Error(LATE)));
    } catch {
      // Whatever it was, Redis did not count, and that must not stop anybody's work.
      return work(own);
    }
  };
}
