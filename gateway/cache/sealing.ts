import type { Sealer } from "../../schema/contract/sealing";
import type { StoredPlace } from "./cacheStore";

/** A value as it is sealed: what it is, since when it can be trusted and until when. */
export interface SealedEntry {
  /** The store's epoch when the lease was taken. */
  readonly epoch: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** JSON. */
  readonly json: string;
}

/** Seals entries for the place where they are kept; elsewhere they do not open. */
export interface EntrySealing {
  seal(place: StoredPlace, entry: SealedEntry): string;
  /** Null where the text was changed, moved, or sealed with a key that is no longer there. */
  open(place: StoredPlace, sealed: string): SealedEntry | null;
}

/** AES-256-GCM with the place as associated data; while a key is being replaced, values of the old one still open. */
export function createEntrySealing(sealer: Sealer): EntrySealing {
  return {
    seal: (place, { epoch, expiresAt, json }) =>
      sealer.seal(`${epoch} ${expiresAt} ${json}`, contextOf(place)),
    open(place, sealed) {
      let plain: string;
      try {
        plain = sealer.open(sealed, contextOf(place));
      } catch {
        // Whatever is wrong with it, it is not the value that was put there.
        return null;
      }
      const [epoch = "", expiresAt = ""] = plain.split(" ", 2);
      const json = plain.slice(epoch.length + expiresAt.length + 2);
      return { epoch, expiresAt: Number(expiresAt), json };
    },
  };
}

function contextOf({ entity, selection }: StoredPlace): string {
  return `cache|${entity}|${selection}`;
}
