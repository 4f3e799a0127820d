import type { Cluster, Redis } from "ioredis";

/** Remembers each signed request for as long as its signature is good, so that none is accepted twice. */
export interface NonceMemory {
  /** True the first time a nonce is seen, at any replica that shares the memory. */
  claim(nonce: string): Promise<boolean>;
}

/** Longer than a signature lives, clock skew on both sides included. */
export const REMEMBER_MS = 60_000;
const KEY_PREFIX = "duanka:nonce:";

/** A memory of this process alone: enough where one process serves a subgraph. */
export function createProcessNonceMemory(now: () => number): NonceMemory {
  // Two generations: dropping the older one forgets by time without a timer or a scan.
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnAt = now() + REMEMBER_MS;
  return {
    claim(nonce) {
      if (now() >= turnAt) {
        previous = current;
        current = new Set();
        turnAt = now() + REMEMBER_MS;
      }
      if (current.has(nonce) || previous.has(nonce)) return Promise.resolve(false);
      current.add(nonce);
      return Promise.resolve(true);
    },
  };
}

/**
 * A memory that all replicas share. While Redis is away it is the subgraph's own database: a register must go on
 * answering, and where it can the database is there. Between the two, as Redis is lost or comes back, a request of the
 * last half minute can be repeated at another replica: it repeats what its sender was allowed, and no more.
 */
export function createSharedNonceMemory(
  redis: Redis | Cluster,
  own: NonceMemory,
  stored: NonceMemory,
): NonceMemory {
  return {
    async claim(nonce) {
      if (!(await own.claim(nonce))) return false;
      try {
        return (await redis.set(KEY_PREFIX + nonce, "1", "PX", REMEMBER_MS, "NX")) === "OK";
      } catch {
        return stored.claim(nonce);
      }
    },
  };
}
