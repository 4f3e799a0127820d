import { randomBytes } from "node:crypto";
import { ENTITY_LIFETIME_MS, LEASE_MS } from "./cacheLimits";
import type { CacheStore } from "./cacheStore";

interface Entity {
  readonly values: Map<string, string>;
  readonly leases: Map<string, { readonly id: string; readonly endsAt: number }>;
  readonly endsAt: number;
  characters: number;
}

/** What a store in this process may take up. */
export interface MemoryLimits {
  readonly maxEntities: number;
  readonly maxCharacters: number;
}

/** Some thousand people at once, and what is known of them: about a tenth of what the process has anyway. */
const DEFAULT_LIMITS: MemoryLimits = { maxEntities: 10_000, maxCharacters: 48 * 1024 * 1024 };

/**
 * Keeps values in this process, where gateway and subgraphs share one. The entity that nobody has looked at for
 * longest goes first.
 */
export function createMemoryStore(
  now: () => number = () => performance.now(),
  { maxEntities, maxCharacters }: MemoryLimits = DEFAULT_LIMITS,
): CacheStore {
  // In the order of the last look: a Map keeps its order, and what is looked at is put at the end again.
  const entities = new Map<string, Entity>();
  // It forgets with the process, so one is enough.
  const epoch = randomBytes(16).toString("hex");
  let characters = 0;

  function forget(name: string): void {
    characters -= entities.get(name)?.characters ?? 0;
    entities.delete(name);
  }

  function find(name: string): Entity | undefined {
    const entity = entities.get(name);
    if (entity === undefined || entity.endsAt > now()) return entity;
    forget(name);
    return undefined;
  }

  function makeRoom(): void {
    for (const name of entities.keys()) {
      if (entities.size <= maxEntities && characters <= maxCharacters) return;
      forget(name);
    }
  }

  function touch(name: string): Entity {
    const entity = find(name) ?? {
      values: new Map<string, string>(),
      leases: new Map<string, { id: string; endsAt: number }>(),
      endsAt: now() + ENTITY_LIFETIME_MS,
      characters: 0,
    };
    entities.delete(name);
    entities.set(name, entity);
    return entity;
  }

  const holds = (name: string, selection: string, lease: string) =>
    find(name)?.leases.get(selection)?.id === lease;

  return {
    look: ({ entity: name, selection }, lease, isRefresh) => {
      const entity = touch(name);
      const value = isRefresh ? undefined : entity.values.get(selection);
      if (value !== undefined) return Promise.resolve({ epoch, value, lease: null });
      const standing = entity.leases.get(selection);
      if (standing !== undefined && standing.endsAt > now())
        return Promise.resolve({ epoch, value: null, lease: standing.id });
      entity.leases.set(selection, { id: lease, endsAt: now() + LEASE_MS });
      makeRoom();
      return Promise.resolve({ epoch, value: null, lease });
    },
    fill: ({ entity: name, selection, lease, epoch: since }, value) => {
      if (since !== epoch || !holds(name, selection, lease)) return Promise.resolve(false);
      const entity = touch(name);
      const grown = value.length - (entity.values.get(selection)?.length ?? 0);
      entity.values.set(selection, value);
      entity.leases.delete(selection);
      entity.characters += grown;
      characters += grown;
      makeRoom();
      return Promise.resolve(true);
    },
    release: ({ entity: name, selection, lease }) => {
      if (holds(name, selection, lease)) find(name)?.leases.delete(selection);
      return Promise.resolve();
    },
    invalidate: names => Promise.resolve(names.forEach(forget)),
  };
}
