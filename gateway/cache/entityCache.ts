import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { endOfChinaDay } from "../../schema/contract/calendar";
import type { CacheNames } from "../../schema/contract/cacheNames";
import type { Clock } from "../../schema/contract/clock";
import type { Sealer } from "../../schema/contract/sealing";
import type { BypassReason, CacheEvents } from "./cacheEvents";
import { LOOK_AGAIN_MS, MAX_LIFETIME_MS, WAIT_FOR_OTHERS_MS } from "./cacheLimits";
import type { CacheStore, StoredLease, StoredLook, StoredPlace } from "./cacheStore";
import { createEntrySealing } from "./sealing";
import { createUnforgotten } from "./unforgotten";

/** What of which entity, and who sees it. */
export interface CacheQuestion {
  readonly subgraph: string;
  readonly type: string;
  readonly id: string;
  /** Selection and arguments; the same text for the same question. */
  readonly selection: string;
  readonly view: string;
}

/** The right to fill a place, and the duty to say what became of it. */
export interface Filling {
  /** JSON that may be served for a while, and no longer than until the given moment. */
  fill(json: string, lifetimeMs: number, holdsUntil: Date | null): void;
  /** There is nothing to be kept. */
  giveUp(): void;
}

/** What the cache has to say: a value, a right to fill, somebody who is about to fill, or nothing. */
export type Found =
  | { readonly kind: "HIT"; readonly json: string }
  | { readonly kind: "FILL"; readonly filling: Filling }
  | { readonly kind: "WAIT"; readonly json: Promise<string | null> }
  | { readonly kind: "ASK" };

/** Answers of subgraphs, by entity. A store that fails is a miss: a broken cache must not stop an investigation. */
export interface EntityCache {
  find(question: CacheQuestion): Promise<Found>;
  /** Forgets what a subgraph has answered about entities; false where that cannot be said in time. */
  invalidate(subgraph: string, entities: readonly { type: string; id: string }[]): Promise<boolean>;
  readonly events: CacheEvents;
  /** Ends what it does in the background; the store is closed by whoever opened it. */
  close(): void;
}

/** What an entity cache is made of. */
export interface EntityCacheParts {
  readonly store: CacheStore;
  readonly names: CacheNames;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** Enough that two gateways never draw the same. */
const LEASE_BYTES = 12;

/** One for one gateway. Values are sealed before they reach the store, whichever it is. */
export function createEntityCache(parts: EntityCacheParts, events: CacheEvents): EntityCache {
  const { store, names, clock } = parts;
  const sealing = createEntrySealing(parts.sealer);
  const unforgotten = createUnforgotten(entities => store.invalidate(entities));
  /** Fetches of this process by their lease: whoever finds the lease standing may have their outcome. */
  const flights = new Map<string, Promise<string | null>>();
  const nextLease = createLeaseNames();

  function open(place: StoredPlace, { value, epoch }: StoredLook): string | null {
    if (value === null) return null;
    const entry = sealing.open(place, value);
    if (entry === null) events.unsealingFailed();
    return entry?.epoch === epoch && entry.expiresAt > clock().getTime() ? entry.json : null;
  }

  async function look(place: StoredPlace): Promise<Looked> {
    const lease = nextLease();
    let found = await store.look(place, lease, false);
    const json = open(place, found);
    if (json !== null) return { json, lease: null, isGranted: false };
    // A value that may no longer be served stands in the way of a lease.
    if (found.value !== null) found = await store.look(place, lease, true);
    return {
      json: null,
      lease: { ...place, lease: found.lease ?? "", epoch: found.epoch },
      isGranted: found.lease === lease,
    };
  }

  /** The value that another process is about to fill in; null if it takes too long. */
  async function lookAgain(place: StoredPlace): Promise<string | null> {
    const endsAt = performance.now() + WAIT_FOR_OTHERS_MS;
    while (performance.now() < endsAt) {
      await pause(LOOK_AGAIN_MS);
      const { json, lease, isGranted } = await look(place);
      if (json !== null) return json;
      // The other one gave up; whoever waits here asks by themself, and leaves the place to the next.
      if (isGranted) {
        await store.release(lease);
        return null;
      }
    }
    return null;
  }

  async function waitFor(place: StoredPlace, lease: string): Promise<string | null> {
    try {
      // The lease has stood since before this question was put, so what is read under it is new enough.
      const json = await (flights.get(lease) ?? lookAgain(place));
      if (json === null) events.bypassed("WAITED");
      return json;
    } catch {
      events.bypassed("STORE_FAILED");
      return null;
    }
  }

  function startFilling(lease: StoredLease, startedAt: Date): Filling {
    let land: (json: string | null) => void = () => undefined;
    const flight = new Promise<string | null>(resolve => (land = resolve));
    flights.set(lease.lease, flight);
    const finish = (work: Promise<unknown>): void => {
      // A value that is not kept is fetched again.
      void work.catch(() => events.fillRefused()).finally(() => flights.delete(lease.lease));
    };
    return {
      fill(json, lifetimeMs, holdsUntil) {
        land(json);
        const expiresAt = Math.min(
          startedAt.getTime() + Math.min(lifetimeMs, MAX_LIFETIME_MS),
          endOfChinaDay(startedAt).getTime(),
          holdsUntil?.getTime() ?? Infinity,
        );
        const sealed = sealing.seal(lease, { epoch: lease.epoch, expiresAt, json });
        finish(store.fill(lease, sealed).then(isKept => (isKept ? undefined : events.fillRefused())));
      },
      giveUp() {
        land(null);
        finish(store.release(lease));
      },
    };
  }

  return {
    events,
    async find({ subgraph, type, id, selection, view }) {
      const place = {
        entity: names.entity(subgraph, type, id),
        selection: names.selection(selection, view),
      };
      if (unforgotten.has(place.entity)) return bypass(events, "NOT_FORGOTTEN");
      const startedAt = clock();
      let looked: Looked;
      try {
        looked = await look(place);
      } catch {
        return bypass(events, "STORE_FAILED");
      }
      if (looked.json !== null) {
        events.hit();
        return { kind: "HIT", json: looked.json };
      }
      events.miss();
      const { lease, isGranted } = looked;
      return isGranted
        ? { kind: "FILL", filling: startFilling(lease, startedAt) }
        : { kind: "WAIT", json: waitFor(place, lease.lease) };
    },
    async invalidate(subgraph, entities) {
      const isForgotten = await unforgotten.forget(
        entities.map(({ type, id }) => names.entity(subgraph, type, id)),
      );
      if (!isForgotten) events.invalidationLate();
      return isForgotten;
    },
    close: () => unforgotten.close(),
  };
}

/** A value that may be served, or the lease that stands in its place. */
type Looked =
  | { readonly json: string; readonly lease: null; readonly isGranted: false }
  | { readonly json: null; readonly lease: StoredLease; readonly isGranted: boolean };

function bypass(events: CacheEvents, reason: BypassReason): Found {
  events.bypassed(reason);
  return { kind: "ASK" };
}

/** Names that no other gateway gives, and this one once. */
function createLeaseNames(): () => string {
  const prefix = randomBytes(LEASE_BYTES).toString("base64url");
  let count = 0;
  return () => `${prefix}.${(count += 1).toString(36)}`;
}
