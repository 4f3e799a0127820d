import { Redis } from "ioredis";
import type { CacheStore } from "../../../../gateway/cache/cacheStore";
import { createMemoryStore } from "../../../../gateway/cache/memoryStore";
import { createRedisStore } from "../../../../gateway/cache/redisStore";
import { testServices } from "../../../support/services";

/** What a store does is tested here, not how soon: a machine that has much else to do takes its time. */
const LIMIT_MS = 10_000;

/** The same tests on the store in this process and on a real Redis. */
export function eachCacheStore(tests: (store: () => CacheStore) => void): void {
  describe("in this process", () => {
    let store: CacheStore;
    beforeEach(() => void (store = createMemoryStore()));
    tests(() => store);
  });
  describe("in Redis", () => {
    let redis: Redis;
    let store: CacheStore;
    beforeAll(() => {
      redis = new Redis(testServices().redisUrl, { enableAutoPipelining: true });
      store = createRedisStore(redis, LIMIT_MS);
    });
    afterAll(() => redis.disconnect());
    tests(() => store);
  });
}
