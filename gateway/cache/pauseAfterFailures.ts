import { FAILURES_TO_PAUSE, PAUSE_MS } from "./cacheLimits";

/** Leaves a store alone that has failed several times in a row, so that nobody waits for it. */
export interface Pausing {
  /** Whether to ask the store now. After a pause one question tries it, the others go on without. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(): void;
}

/** One for one store; `onPause` is told when it begins to be left alone. */
export function createPausing(onPause: () => void, now: () => number = () => performance.now()): Pausing {
  let failures = 0;
  let pausedUntil = 0;
  return {
    mayAsk() {
      if (now() < pausedUntil) return false;
      if (failures >= FAILURES_TO_PAUSE) pausedUntil = now() + PAUSE_MS;
      return true;
    },
    succeeded() {
      failures = 0;
      pausedUntil = 0;
    },
    failed() {
      failures += 1;
      if (failures < FAILURES_TO_PAUSE) return;
      pausedUntil = now() + PAUSE_MS;
      onPause();
    },
  };
}
