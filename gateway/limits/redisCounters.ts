import type { Cluster, Redis } from "ioredis";
import { RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import type { Count, Counters, NameCounter } from "./counters";

const KEY_PREFIX = "duanka:limit";

/** Counters that all gateways of a Redis share. Each rejects where Redis does not answer. */
export function createRedisCounters(redis: Redis | Cluster, nameOf: NameCounter): Counters {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: KEY_PREFIX,
    // Each counter has a window of its own, and is held against its limit by whoever added to it.
    points: Number.MAX_SAFE_INTEGER,
    duration: 1,
    rejectIfRedisNotReady: true,
  });
  return {
    share: 1,
    add: async (counter, points) =>
      toCount(await limiter.penalty(nameOf(counter), points, { customDuration: counter.rule.windowSeconds })),
    async read(counter) {
      const found = await limiter.get(nameOf(counter));
      return found && toCount(found);
    },
    has: async counter => (await redis.exists(limiter.getKey(nameOf(counter)))) === 1,
  };
}

function toCount({ consumedPoints, msBeforeNext }: RateLimiterRes): Count {
  // An error among the replies of a transaction comes as no number.
  if (!Number.isFinite(consumedPoints)) throw new Error("Redis did not count");
  return { total: consumedPoints, endsInMs: msBeforeNext };
}
