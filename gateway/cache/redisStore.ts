import type { Cluster, Redis } from "ioredis";
import { COMMAND_LIMIT_MS, ENTITY_LIFETIME_MS, LEASE_MS } from "./cacheLimits";
import type { CacheStore } from "./cacheStore";
import { FILL_SCRIPT, LOOK_SCRIPT, RELEASE_SCRIPT } from "./leaseScripts";
import { withinTime } from "../withinTime";
import { createPausing } from "./pauseAfterFailures";

/** So many at once are one round trip of a few milliseconds; all of a large report at once would be timed out. */
const ENTITIES_AT_ONCE = 500;

/** Said where a question is not even put: whoever asks goes on without the cache. */
const PAUSED = new Error("the cache is left alone for a while");

/**
 * Keeps values in a Redis, behind sentinels or not, or in a cluster: each script touches one entity. The client
 * pipelines on its own, queues nothing while it is cut off and repeats nothing.
 */
export function createRedisStore(redis: Redis | Cluster, limitMs = COMMAND_LIMIT_MS): CacheStore {
  const pausing = createPausing(createReconnect(redis));
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    withinTime(work, limitMs, () => new Error("Redis did not answer in time"));

  async function run(script: string, entity: string, args: readonly (string | number)[]): Promise<unknown> {
    if (!pausing.mayAsk()) throw PAUSED;
    try {
      const reply = await inTime(redis.eval(script, 1, entity, ...args));
      pausing.succeeded();
      return reply;
    } catch (error) {
      // A refusal costs no time: one that is full still gives what it has.
      if (isRefusal(error)) pausing.succeeded();
      else pausing.failed();
      throw error;
    }
  }

  return {
    async look({ entity, selection }, lease, isRefresh) {
      const args = [selection, lease, LEASE_MS, ENTITY_LIFETIME_MS, isRefresh ? 1 : 0];
      const [epoch, value, standing] = (await run(LOOK_SCRIPT, entity, args)) as [
        string,
        string | null,
        string | null,
      ];
      return { epoch, value, lease: standing };
    },
    fill: async ({ entity, selection, lease, epoch }, value) =>
      (await run(FILL_SCRIPT, entity, [selection, lease, epoch, value])) === 1,
    release: async ({ entity, selection, lease }) =>
      void (await run(RELEASE_SCRIPT, entity, [selection, lease])),
    // Tried whatever became of the questions before: what was changed must be forgotten.
    async invalidate(entities) {
      for (let start = 0; start < entities.length; start += ENTITIES_AT_ONCE) {
        const some = entities.slice(start, start + ENTITIES_AT_ONCE);
        // In a cluster each has its own node; the client sends what belongs to one node together.
        await inTime<unknown>(
          redis.isCluster ? Promise.all(some.map(entity => redis.unlink(entity))) : redis.unlink(...some),
        );
      }
    },
  };
}

/** The connection may hang on a server that has stopped or been replaced: a new one finds the new master. */
function createReconnect(redis: Redis | Cluster): () => void {
  let isLeaving = false;
  return () => {
    // A cluster leaves nodes by itself.
    if (redis.isCluster || isLeaving || redis.status !== "ready") return;
    isLeaving = true;
    redis.once("close", () => void (isLeaving = false));
    (redis as Redis).disconnect(true);
  };
}

/** An answer of Redis itself, as opposed to none. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}
