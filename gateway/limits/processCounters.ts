import { LRUCache } from "lru-cache";
import type { Count, Counters, NameCounter } from "./counters";

/**
 * At 165 bytes each some 33 MB, 6 of them from the start; 300 people asked for by each of a hundred callers make a tenth
 * of it.
 */
const MAX_COUNTERS = 200_000;

interface Standing {
  readonly total: number;
  readonly endsAt: number;
}

/**
 * Counters of this process alone. When there are too many, those go first that nothing was added to for the longest
 * time: whoever is counted at the moment stays counted.
 */
export function createProcessCounters(
  nameOf: NameCounter,
  share: number,
  now: () => number,
  maxCounters = MAX_COUNTERS,
): Counters {
  const counters = new LRUCache<string, Standing>({ max: maxCounters });
  const find = (name: string): Standing | null => {
    // To look at a counter does not keep it.
    const standing = counters.peek(name);
    return standing === undefined || standing.endsAt <= now() ? null : standing;
  };
  const toCount = ({ total, endsAt }: Standing): Count => ({ total, endsInMs: endsAt - now() });
  return {
    share,
    add(counter, points) {
      const name = nameOf(counter);
      const before = find(name);
      const standing = {
        total: (before?.total ?? 0) + points,
        endsAt: before?.endsAt ?? now() + counter.rule.windowSeconds * 1_000,
      };
      counters.set(name, standing);
      return Promise.resolve(toCount(standing));
    },
    read(counter) {
      const standing = find(nameOf(counter));
      return Promise.resolve(standing && toCount(standing));
    },
    has: counter => Promise.resolve(find(nameOf(counter)) !== null),
  };
}
