import { sql, type Kysely } from "kysely";
import {
  brokenPromises,
  changedEntities,
  readCachedAnswers,
  type AskedHub,
  type CachedAnswers,
  type CachedWorld,
} from "../../../support/cachedAnswers";

/** Looks at everything that may be kept, before and after each thing that happens. */
export interface TouchedWatch {
  /** From here on; what has been told so far is forgotten. */
  begin(at: Date): Promise<void>;
  /**
   * Somebody wrote: every entity whose kept answers have become others must be named in the outbox, and to the
   * gateway if it was a mutation (`touched` is then what it said). Answers how many have.
   */
  expectNamed(what: string, touched: readonly string[] | null, at: Date): Promise<number>;
  /** Time went by and nobody wrote: what was kept must have said until when it holds. */
  expectPromised(what: string, at: Date): Promise<void>;
}

interface WatchedHub extends AskedHub {
  readonly database: { readonly db: Kysely<unknown> };
}

/** One for one small world, whose entities may become more. */
export function createTouchedWatch(hub: WatchedHub, findWorld: () => Promise<CachedWorld>): TouchedWatch {
  let before: CachedAnswers;

  async function read(at: Date): Promise<CachedAnswers> {
    return readCachedAnswers(hub, await findWorld(), at);
  }

  async function forgetOutbox(): Promise<ReadonlySet<string>> {
    const outbox = sql.table(`${(await findWorld()).subgraph}.outbox`);
    const { rows } = await sql<{ touched: string[] }>`delete from ${outbox} returning touched`.execute(
      hub.database.db,
    );
    return new Set(rows.flatMap(({ touched }) => touched));
  }

  return {
    async begin(at) {
      await forgetOutbox();
      before = await read(at);
    },
    async expectNamed(what, touched, at) {
      const after = await read(at);
      const changed = changedEntities(before, after);
      before = after;
      const inOutbox = await forgetOutbox();
      const unnamed = changed.filter(one => !inOutbox.has(one));
      expect({ what, unnamed }).toEqual({ what, unnamed: [] });
      // Of a mutation the gateway is told too, in the same words.
      const untold = touched === null ? [] : changed.filter(one => !touched.includes(one));
      expect({ what, untold }).toEqual({ what, untold: [] });
      return changed.length;
    },
    async expectPromised(what, at) {
      const after = await read(at);
      expect({ what, wrong: brokenPromises(before, after) }).toEqual({ what, wrong: [] });
      before = after;
    },
  };
}
