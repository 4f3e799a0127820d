import { Cluster, Redis } from "ioredis";

/** Longer than a healthy Redis takes, shorter than a person notices; without it the cache is simply missed. */
const COMMAND_LIMIT_MS = 50;
/** How soon a lost connection is tried again, at most. */
const RECONNECT_LIMIT_MS = 2_000;

/** Connects to a Redis, or to a cluster where several addresses are given. A Redis that is down holds nobody up. */
export function connectRedis(urls: readonly string[]): Redis | Cluster {
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: COMMAND_LIMIT_MS };
  const retry = (attempt: number): number => Math.min(attempt * 100, RECONNECT_LIMIT_MS);
  const [first] = urls;
  if (first === undefined) throw new Error("no address of a Redis was given");
  const redis =
    urls.length === 1
      ? new Redis(first, { ...options, retryStrategy: retry })
      : new Cluster([...urls], {
          redisOptions: options,
          enableOfflineQueue: false,
          enableAutoPipelining: true,
          clusterRetryStrategy: retry,
        });
  // Each command that fails says so to whoever gave it; without a listener the connection's own errors end the process.
  redis.on("error", () => undefined);
  return redis;
}
