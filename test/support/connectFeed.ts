/** An event as a subscriber of the feed got it. */
export interface FeedEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly orderId: string | null;
}

/** One connection to `GET /feed`. */
export interface FeedConnection {
  readonly status: number;
  /** Of the banking sector, as far as they have come whole. */
  readonly events: readonly FeedEvent[];
  /** What is sent to go on from here. */
  lastId(): string | undefined;
  /** Resolves when it was closed, by whomever. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Reads the feed of a bank until somebody closes it. Rejects where nobody answers. */
export async function connectFeed(
  gateway: string,
  token: string,
  lastEventId?: string,
): Promise<FeedConnection> {
  const leaving = new AbortController();
  const events: FeedEvent[] = [];
  let lastId = lastEventId;
  const response = await fetch(`${gateway}/feed`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    signal: leaving.signal,
  });

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

  return {
    status: response.status,
    events,
    lastId: () => lastId,
    ended: read().catch(() => undefined), // cut off
    leave: () => leaving.abort(),
  };
}
