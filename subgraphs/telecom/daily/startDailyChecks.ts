import { chinaDay } from "../../../schema/contract/calendar";
import type { Clock } from "../../../schema/contract/clock";
import type { Database } from "../../../schema/database/openDatabase";
import { runDailyChecks } from "./runDailyChecks";

/** The checks of a day are made within so long of its midnight; a day that is checked costs one statement more. */
const INTERVAL_MS = 60 * 60_000;
/** A process that has just started answers first. */
const FIRST_AFTER_MS = 60_000;

interface DailyCheckParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Told of checks that failed; they are made again an interval later. */
  readonly onFailure: (error: unknown) => void;
}

/** Makes each day's checks soon after it has begun. Answers how to stop, which waits for checks under way. */
export function startDailyChecks({ database, clock, onFailure }: DailyCheckParts): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    const at = clock();
    running = running
      .then(() => runDailyChecks({ database, at }, chinaDay(at)))
      .then(() => undefined, onFailure);
  };
  const first = setTimeout(run, FIRST_AFTER_MS);
  const later = setInterval(run, INTERVAL_MS);
  // Nothing is lost by ending before the next check: it is made when the process is back.
  first.unref();
  later.unref();
  return () => {
    clearTimeout(first);
    clearInterval(later);
    return running;
  };
}
