import { Redis } from "ioredis";
import type { CacheStore } from "../../../../gateway/cache/cacheStore";
import { createMemoryStore } from "../../../../gateway/cache/memoryStore";
import { createRedisStore } from "../../../../gateway/cache/redisStore";
import { connectRedis } from "../../../../scripts/separate/connectRedis";
import { testServices } from "../../../support/services";

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
    beforeAll(async () => {
      redis = connectRedis([testServices().redisUrl]) as Redis;
      if (redis.status !== "ready") await new Promise(resolve => redis.once("ready", resolve));
      store = createRedisStore(redis);
    });
    afterAll(() => redis.disconnect());
    tests(() => store);
  });
}
