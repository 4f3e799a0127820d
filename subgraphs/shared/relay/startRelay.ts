import type { WakeBoard } from "../../../schema/contract/wakeBoard";
import type { Database } from "../../../schema/database/openDatabase";
import { createRelayStore, type FeedName } from "./relayStore";
import { startWorker, type Worker } from "./startWorker";

/** What a relay works with. */
export interface RelayParts {
  readonly subgraph: FeedName;
  readonly database: Database;
  /** Rung when the feed has grown; who rings for this subgraph's commits wakes the relay itself. */
  readonly board: WakeBoard;
  /** Ends what was cached of these entities. A cache that is out of reach must not hold the feed up: it never rejects. */
  invalidate?(entities: readonly string[]): Promise<void>;
  onTrouble(error: unknown): void;
  readonly restMs?: number;
}

/** A transaction of some tens of milliseconds: the other relays wait for it, and so does whoever comes last. */
const BATCH_ROWS = 500;

/**
 * Numbers committed outbox rows, one sequence without gaps for each audience, and takes them out of the outbox in
 * the same transaction. A row is numbered once, whatever is killed when; several relays of a subgraph take turns.
 */
export function startRelay({ subgraph, database, board, invalidate, onTrouble, restMs }: RelayParts): Worker {
  const store = createRelayStore(subgraph, database.db);
  return startWorker({
    ...(restMs === undefined ? {} : { restMs }),
    onTrouble,
    async work() {
      if (!(await store.hasWaiting())) return false;
      const numbered = await database.transaction(async tx => {
        await store.lockRelay(tx);
        const waiting = await store.waitingChanges(tx, BATCH_ROWS);
        const touched = [...new Set(waiting.flatMap(change => change.touched))];
        // Before the commit, so that a relay killed in between does it again.
        if (touched.length > 0) await invalidate?.(touched);
        if (waiting.length > 0)
          await store.numberChanges(
            tx,
            waiting.map(change => change.position),
          );
        return waiting.length;
      });
      if (numbered > 0) board.ring(subgraph);
      return numbered === BATCH_ROWS;
    },
  });
}
