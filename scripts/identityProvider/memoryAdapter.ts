import type { Adapter, AdapterPayload } from "oidc-provider";

const MAX_ENTRIES = 5_000; // log-ins under way and sessions on one machine: a few; the bound is for abuse

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/**
 * Where one issuer keeps its sessions and codes: in memory, since a restart may end a log-in. Each issuer has
 * its own, so that a code of one is never found by another (the package's default shares one among all).
 */
export function createMemoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  const findBy = (
    matches: (payload: AdapterPayload) => boolean,
    model: string,
  ): AdapterPayload | undefined => {
    for (const [key, entry] of entries) {
      if (key.startsWith(`${model}:`) && isLive(entry) && matches(entry.payload)) return entry.payload;
    }
    return undefined;
  };

  return model => ({
    upsert(id, payload, expiresInSeconds) {
      const key = `${model}:${id}`;
      entries.delete(key); // so that the map's order is that of the last write
      entries.set(key, { payload, expiresAt: Date.now() + (expiresInSeconds || Infinity) * 1000 });
      makeRoom(entries);
      return Promise.resolve();
    },
    find(id) {
      const entry = entries.get(`${model}:${id}`);
      return Promise.resolve(entry && isLive(entry) ? entry.payload : undefined);
    },
    findByUid: uid => Promise.resolve(findBy(payload => payload.uid === uid, model)),
    findByUserCode: code => Promise.resolve(findBy(payload => payload.userCode === code, model)),
    consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      return Promise.resolve();
    },
    destroy(id) {
      entries.delete(`${model}:${id}`);
      return Promise.resolve();
    },
    revokeByGrantId(grantId) {
      // Of this model alone: a log-in under way names the grant before it, which ends when another user takes over.
      for (const [key, { payload }] of entries)
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key);
      return Promise.resolve();
    },
  });
}

function isLive(entry: Entry): boolean {
  return entry.expiresAt > Date.now();
}

/** Drops what has ended, then the oldest, until the bound is kept. */
function makeRoom(entries: Map<string, Entry>): void {
  if (entries.size <= MAX_ENTRIES) return;
  for (const [key, entry] of entries) if (!isLive(entry)) entries.delete(key);
  for (const key of entries.keys()) {
    if (entries.size <= MAX_ENTRIES) return;
    entries.delete(key);
  }
}
