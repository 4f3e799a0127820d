import { setTimeout as pause } from "node:timers/promises";
import type { CacheNames } from "../../../schema/contract/cacheNames";
import { parseTouched } from "../../../schema/contract/touchedEntities";

/** What was cached of this subgraph's answers, and where. */
export interface CacheInvalidatorParts {
  readonly subgraph: string;
  readonly names: CacheNames;
  /** Forgets entities by their names in the cache; throws where the cache does not say that it has. */
  forget(entities: readonly string[]): Promise<void>;
  /** Told when the cache could not be reached. */
  onTrouble(error: unknown): void;
}

/** A cache that fails over is back by then; the feed must not wait longer. */
const TRIES = 5;
const REST_MS = 100;

/**
 * Ends what was cached of entities that were changed, named `Type:id` as in the outbox. A cache that cannot be
 * reached does not hold the feed up: no value in it lives longer than a minute.
 */
export function createCacheInvalidator({
  subgraph,
  names,
  forget,
  onTrouble,
}: CacheInvalidatorParts): (touched: readonly string[]) => Promise<void> {
  return async touched => {
    const entities = touched.map(parseTouched).map(({ type, id }) => names.entity(subgraph, type, id));
    for (let tries = 1; ; tries += 1) {
      try {
        return await forget(entities);
      } catch (error) {
        if (tries === TRIES) return onTrouble(error);
        await pause(REST_MS);
      }
    }
  };
}
