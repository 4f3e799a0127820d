import { Cluster, Redis, type RedisOptions } from "ioredis";

/**
 * Shorter than a person notices. The cache and the limits have a shorter one of their own, which an answer that is there
 * already meets even after a standstill; the client looks at its timers alone.
 */
const COMMAND_LIMIT_MS = 100;
/** A server on the same network accepts a connection in milliseconds or not at all. */
const CONNECT_LIMIT_MS = 1_000;
/** How soon a lost connection is tried again, at most. */
const RECONNECT_LIMIT_MS = 2_000;
/** A cluster that has failed over is known again after this time, also where nobody was told to go elsewhere. */
const SLOTS_REFRESH_MS = 2_000;
const DEFAULT_SENTINEL_PORT = 26_379;
const SENTINEL = "sentinel:";

const retry = (attempt: number): number => Math.min(attempt * 100, RECONNECT_LIMIT_MS);

const OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: COMMAND_LIMIT_MS,
  connectTimeout: CONNECT_LIMIT_MS,
  enableAutoPipelining: true,
  retryStrategy: retry,
  // A master that has become a replica: a new connection finds the one that took its place.
  reconnectOnError: error => error.message.startsWith("READONLY"),
};

/**
 * Connects to a Redis, to the one that sentinels name, or to a cluster where several addresses are given. A Redis
 * that is down holds nobody up.
 */
export function connectRedis(urls: readonly string[]): Redis | Cluster {
  const [first] = urls;
  if (first === undefined) throw new Error("no address of a Redis was given");
  const redis = connect(first, urls);
  // Each command that fails says so to whoever gave it; without a listener the connection's own errors end the process.
  redis.on("error", () => undefined);
  return redis;
}

function connect(first: string, urls: readonly string[]): Redis | Cluster {
  if (first.startsWith(SENTINEL)) return connectBySentinels(urls.map(url => new URL(url)));
  if (urls.length === 1) return new Redis(first, OPTIONS);
  return new Cluster([...urls], {
    redisOptions: OPTIONS,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    // The client sorts what it sends together by the first argument, which of a script is not its key.
    autoPipeliningIgnoredCommands: ["eval"],
    clusterRetryStrategy: retry,
    slotsRefreshInterval: SLOTS_REFRESH_MS,
  });
}

/** `sentinel://host:port/name`: the name of the master is the same in each. */
function connectBySentinels(urls: readonly URL[]): Redis {
  const [first] = urls;
  const name = first?.pathname.slice(1) ?? "";
  if (name === "") throw new Error("sentinels are asked for a master by its name: sentinel://host:port/name");
  const password = first?.password ?? "";
  return new Redis({
    ...OPTIONS,
    name,
    sentinels: urls.map(url => ({ host: url.hostname, port: Number(url.port || DEFAULT_SENTINEL_PORT) })),
    sentinelRetryStrategy: retry,
    sentinelCommandTimeout: CONNECT_LIMIT_MS,
    // Told of a failover at once, not when the old master has hung long enough.
    failoverDetector: true,
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
  });
}
