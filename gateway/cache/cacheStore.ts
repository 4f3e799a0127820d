/** What a store says about one selection of one entity. */
export interface StoredLook {
  /** Changes whenever the store might have forgotten an invalidation. */
  readonly epoch: string;
  /** The sealed value; null where there is none. */
  readonly value: string | null;
  /** Without a value: the lease that stands, the asked-for one if it was granted. */
  readonly lease: string | null;
}

/** One selection of one entity. */
export interface StoredPlace {
  readonly entity: string;
  readonly selection: string;
}

/** Who may fill a place, and since which epoch. */
export interface StoredLease extends StoredPlace {
  readonly lease: string;
  readonly epoch: string;
}

/**
 * Where sealed values are kept, by entity and selection. A look, a fill and an invalidation of one entity happen
 * one after the other, never in parts. Every method may throw: a store that fails is a store without the value.
 */
export interface CacheStore {
  /** Gives the value, or a lease to fill it with. With `isRefresh` the value that is there is not looked at. */
  look(place: StoredPlace, lease: string, isRefresh: boolean): Promise<StoredLook>;
  /** Keeps a value if the lease still stands; says whether it does. */
  fill(lease: StoredLease, value: string): Promise<boolean>;
  /** Gives a lease back unused, so that nobody waits for it. */
  release(lease: StoredLease): Promise<void>;
  /** Forgets entities: all their values, and all leases to fill them. */
  invalidate(entities: readonly string[]): Promise<void>;
}
