import { setTimeout as sleep } from "node:timers/promises";

/** An event as a follower of the feed got it. */
export interface FollowedEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly orderId: string | null;
}

/** Somebody who follows `GET /feed` and goes on where they were whenever they are cut off. */
export interface FollowedFeed {
  readonly events: readonly FollowedEvent[];
  /** How often they were cut off. */
  cuts(): number;
  stop(): void;
}

const AGAIN_MS = 100;

/** Follows the banking sector of a bank's feed. */
export function followFeed(gateway: string, token: string): FollowedFeed {
  const stopping = new AbortController();
  const events: FollowedEvent[] = [];
  let lastId: string | undefined;
  let cuts = 0;

  function take(message: string): void {
    const fields = new Map(
      message.split("\n").map(line => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
    );
    lastId = fields.get("id") ?? lastId;
    const data = fields.get("data");
    if (fields.get("event") !== "banking" || data === undefined) return;
    const { sequence, kind, order } = JSON.parse(data) as {
      sequence: string;
      kind: string;
      order: { id: string } | null;
    };
    events.push({ sequence: Number(sequence), kind, orderId: order?.id ?? null });
  }

  async function read(): Promise<void> {
    const response = await fetch(`${gateway}/feed`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastId === undefined ? {} : { "last-event-id": lastId }),
      },
      signal: stopping.signal,
    });
    if (!response.ok || response.body === null) return;
    let text = "";
    for await (const chunk of response.body) {
      text += Buffer.from(chunk as Uint8Array).toString("utf8");
      const messages = text.split("\n\n");
      // What has not come whole counts as not come: it is sent again.
      text = messages.pop() ?? "";
      for (const message of messages) take(message);
    }
  }

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      await read().catch(() => undefined); // cut off, or not there yet
      cuts += 1;
      await sleep(AGAIN_MS);
    }
  }
  void follow();
  return { events, cuts: () => cuts, stop: () => stopping.abort() };
}
