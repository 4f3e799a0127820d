import { setTimeout as sleep } from "node:timers/promises";

/** Hands items on, in order, until they are taken. */
export interface Dispatcher<T> {
  push(items: readonly T[]): void;
  /** Waits until all is handed on, or one last try has failed. */
  drain(): Promise<void>;
}

const RETRY_MS = 1_000;
/** What is kept while the other side is away. Everything is in the file; beyond this the index is rebuilt from it. */
const MAX_WAITING = 100_000;

/** A queue with one delivery at a time. A failed one is told of and tried again with what has come since. */
export function createDispatcher<T>(
  deliver: (items: readonly T[]) => Promise<void>,
  maxAtOnce: number,
  onTrouble: (error: unknown) => void,
): Dispatcher<T> {
  let waiting: T[] = [];
  let working: Promise<void> | null = null;
  let closing = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxAtOnce);
      try {
        await deliver(batch);
        waiting = waiting.slice(batch.length);
      } catch (error) {
        onTrouble(error);
        if (closing) break;
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
    working = null;
  }

  return {
    push(items) {
      if (items.length === 0) return;
      if (waiting.length + items.length > MAX_WAITING) {
        onTrouble(new Error("too many wait to be handed on; the oldest are dropped and stay in the file"));
        waiting = waiting.slice(items.length);
      }
      waiting.push(...items);
      working ??= work();
    },
    async drain() {
      closing = true;
      await working;
    },
  };
}
