import { setTimeout as sleep } from "node:timers/promises";
import { connectFeed, type FeedConnection, type FeedEvent } from "../../support/connectFeed";

/** Somebody who follows `GET /feed` and goes on where they were whenever they are cut off. */
export interface FollowedFeed {
  events(): readonly FeedEvent[];
  stop(): void;
}

const AGAIN_MS = 100;

/** Follows the banking sector of a bank's feed. */
export function followFeed(gateway: string, token: string): FollowedFeed {
  const events: FeedEvent[] = [];
  let connection: FeedConnection | null = null;
  let lastId: string | undefined;
  const stopping = new AbortController();

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        connection = await connectFeed(gateway, token, lastId);
        await connection.ended;
        events.push(...connection.events);
        lastId = connection.lastId();
      } catch {
        // not there yet
      }
      connection = null;
      await sleep(AGAIN_MS);
    }
  }
  void follow();
  return {
    events: () => [...events, ...(connection?.events ?? [])],
    stop() {
      stopping.abort();
      connection?.leave();
    },
  };
}
