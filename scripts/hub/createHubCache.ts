import type { Cluster, Redis } from "ioredis";
import type { EntityCacheParts } from "../../gateway/cache/entityCache";
import { createMemoryStore } from "../../gateway/cache/memoryStore";
import { createRedisStore } from "../../gateway/cache/redisStore";
import { createCacheNames } from "../../schema/contract/cacheNames";
import type { Clock } from "../../schema/contract/clock";
import { createSealer, type StoreKeys } from "../../schema/contract/sealing";

interface HubCacheParts {
  /** Null where gateway and subgraphs share a process and need no other. */
  readonly redis: Redis | Cluster | null;
  readonly cacheKeys: StoreKeys;
  readonly cacheNameKey: Buffer;
  readonly clock: Clock;
}

/** Where this hub's gateway keeps answers: in Redis, sealed, or in its own process. */
export function createHubCache({ redis, cacheKeys, cacheNameKey, clock }: HubCacheParts): EntityCacheParts {
  return {
    store: redis === null ? createMemoryStore() : createRedisStore(redis),
    names: createCacheNames(cacheNameKey),
    sealer: createSealer(cacheKeys),
    clock,
  };
}
