import type { Kysely } from "kysely";
import type { WakeBoard } from "../../../schema/contract/wakeBoard";
import type { Database } from "../../../schema/database/openDatabase";
import type { FeedName } from "../relay/relayStore";
import { startWorker, type Worker } from "../relay/startWorker";
import type { CursorStore } from "./cursorStore";

/** An event as it came from another subgraph. */
export interface PulledEvent {
  readonly sequence: number;
  readonly at: Date;
  readonly kind: string;
  /** JSON; null where the event says all by its kind. */
  readonly payload: string | null;
}

/** Asks a subgraph for its events after a place. Rejects when it does not answer. */
export type PullEvents = (source: FeedName, after: number, first: number) => Promise<readonly PulledEvent[]>;

/** What a puller works with. */
export interface PullerParts {
  readonly source: FeedName;
  readonly database: Database;
  readonly cursors: CursorStore;
  readonly pull: PullEvents;
  /** Makes the effects of events, in their order. Called again for the same ones after a failure. */
  apply(tx: Kysely<unknown>, events: readonly PulledEvent[]): Promise<void>;
  readonly board: WakeBoard;
  onTrouble(error: unknown): void;
  readonly restMs?: number;
}

/** Events that are applied in one transaction: one may restrict dozens of accounts. */
const BATCH_EVENTS = 50;

/**
 * Follows another subgraph's events. Their effects and the place stand in one transaction, so that an event has its
 * effect once, whatever is killed when; a hole in the sequence stops it rather than being passed over.
 */
export function startPuller(parts: PullerParts): Worker {
  const { source, database, cursors, pull, apply, board, onTrouble, restMs } = parts;
  const worker = startWorker({
    ...(restMs === undefined ? {} : { restMs }),
    onTrouble,
    async work() {
      const place = await cursors.placeIn(source);
      const events = await pull(source, place, BATCH_EVENTS);
      if (events.length === 0) return false;
      requireGapless(source, place, events);
      await database.transaction(async tx => {
        // Another process of this subgraph may have been faster: then these are applied already.
        if ((await cursors.lockPlace(tx, source)) !== place) return;
        await apply(tx, events);
        await cursors.move(tx, source, place + events.length);
      });
      return true;
    },
  });
  const deafen = board.listen(source, () => worker.wake());
  return {
    wake: () => worker.wake(),
    stop() {
      deafen();
      return worker.stop();
    },
  };
}

function requireGapless(source: string, place: number, events: readonly PulledEvent[]): void {
  const isGapless = events.every(({ sequence }, index) => sequence === place + index + 1);
  if (!isGapless) throw new Error(`the events of ${source} after ${place} are not in sequence`);
}
