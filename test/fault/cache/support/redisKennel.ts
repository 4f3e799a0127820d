import { randomBytes } from "node:crypto";
import type { Cluster, Redis } from "ioredis";
import { createRedisStore } from "../../../../gateway/cache/redisStore";
import { connectRedis } from "../../../../scripts/separate/connectRedis";
import { startKennelHub, type KennelHub } from "../../../flow/cache/support/kennelHub";
import { createKennelState, type KennelState } from "../../../flow/cache/support/kennelWorld";

/** Known to every gateway that a test starts, so that they share what is cached. */
const SHARED = {
  nameKey: randomBytes(32),
  keys: { current: "k1", keys: { k1: randomBytes(32) } },
};

/** A gateway before the kennel, its cache in a real Redis. */
export interface RedisKennel extends KennelHub {
  readonly redis: Redis | Cluster;
}

/** Starts one; `people` are as many as are asked for under load. */
export async function startRedisKennel(
  urls: readonly string[],
  state: KennelState = createKennelState(),
): Promise<RedisKennel> {
  const redis = connectRedis(urls);
  const hub = await startKennelHub({ ...SHARED, state, store: createRedisStore(redis) });
  return Object.assign(hub, {
    redis,
    close: async () => {
      await hub.gateway.close();
      redis.disconnect();
    },
  });
}

/** Waits until the client can talk to its Redis. */
export async function untilConnected({ redis }: RedisKennel): Promise<void> {
  if (redis.status !== "ready") await new Promise(resolve => redis.once("ready", resolve));
}
