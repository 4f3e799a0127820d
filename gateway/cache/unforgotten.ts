import { setTimeout as pause } from "node:timers/promises";
import { INVALIDATE_AGAIN_MS, INVALIDATION_LIMIT_MS, MAX_LIFETIME_MS } from "./cacheLimits";

/** Entities that were changed and that the store may still know as they were. */
export interface Unforgotten {
  /** From now on and until the store has forgotten it, the entity is not read from the store. */
  has(entity: string): boolean;
  /** True once the store has forgotten them; false where it has not in time. It is tried on in any case. */
  forget(entities: readonly string[]): Promise<boolean>;
  close(): void;
}

/** More than any batch touches; beyond it nothing at all is read from the store for the lifetime of a value. */
const MAX_ENTITIES = 200_000;

/** Sees to it that what was changed is forgotten, however long the store is away: until no old value can be left. */
export function createUnforgotten(
  invalidate: (entities: readonly string[]) => Promise<void>,
  now: () => number = () => performance.now(),
): Unforgotten {
  /** How many changes of each are still to be forgotten. */
  const pending = new Map<string, number>();
  let trustsNothingUntil = 0;
  let isClosed = false;

  function add(entities: readonly string[], by: 1 | -1): void {
    for (const entity of entities) {
      const count = (pending.get(entity) ?? 0) + by;
      if (count > 0) pending.set(entity, count);
      else pending.delete(entity);
    }
  }

  async function tryUntilForgotten(entities: readonly string[]): Promise<void> {
    const overAt = now() + MAX_LIFETIME_MS;
    while (!isClosed && now() < overAt) {
      try {
        await invalidate(entities);
        return;
      } catch {
        // Why does not matter: as long as it fails, the entities are read from their subgraphs.
        await pause(INVALIDATE_AGAIN_MS, undefined, { ref: false });
      }
    }
  }

  return {
    has: entity => pending.has(entity) || now() < trustsNothingUntil,
    async forget(entities) {
      if (entities.length === 0) return true;
      const isTooMany = pending.size + entities.length > MAX_ENTITIES;
      if (isTooMany) trustsNothingUntil = now() + MAX_LIFETIME_MS;
      else add(entities, 1);
      const forgotten = tryUntilForgotten(entities).finally(() => {
        if (!isTooMany) add(entities, -1);
      });
      const timer = pause(INVALIDATION_LIMIT_MS, false, { ref: false });
      return Promise.race([forgotten.then(() => true), timer]);
    },
    close: () => void (isClosed = true),
  };
}
