import type { FastifyInstance } from "fastify";
import { setTimeout as sleep } from "node:timers/promises";
import { createHttpServer } from "../../../../gateway/http/createHttpServer";
import type { FeedAnswer } from "../../../../gateway/http/feedSector";
import { addFeedRoute } from "../../../../gateway/http/feedRoute";
import { createWakeBoard } from "../../../../scripts/hub/createWakeBoard";
import { HubError } from "../../../../schema/contract/errors";
import { claimsOf } from "../../../support/claims";

const HEARTBEAT_MS = 30;
const NEVER_MS = 600_000;
const FORBIDDEN: FeedAnswer = {
  data: { goodsChanges: null },
  errors: [{ extensions: { code: "FORBIDDEN" } }],
};
const UNAUTHENTICATED: FeedAnswer = { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] };

/** A client of a feed, with all that it was sent. */
interface Client {
  readonly status: number;
  readonly events: { id: string; event: string; data: { sequence: string } }[];
  readonly isOver: () => boolean;
  leave(): void;
}

describe("the feed", () => {
  let app: FastifyInstance;
  let origin: string;
  let feeds: Record<string, number>;
  let asked: number;
  let isRevoked: boolean;
  let forbidden: Set<string>;
  const board = createWakeBoard();
  const clients: Client[] = [];
  const faults: Error[] = [];

  /** A sector whose feed is the numbers from 1 on. */
  const sector = (name: string) => ({
    name,
    document: name,
    field: `${name}Changes`,
    cursorOf: (sequence: string) => `after-${sequence}`,
  });

  beforeEach(async () => {
    feeds = { goods: 0, post: 0 };
    asked = 0;
    isRevoked = false;
    forbidden = new Set();
    await serve(HEARTBEAT_MS);
  });

  async function serve(heartbeatMs: number): Promise<void> {
    app = createHttpServer({ createErrorId: () => "e", onUnexpected: error => faults.push(error) });
    faults.length = 0;
    addFeedRoute(app, {
      sectors: [sector("goods"), sector("post")],
      listen: (name, wake) => board.listen(name, wake),
      ask: (_headers, name, { after, first }) => {
        asked += 1;
        if (isRevoked) return Promise.resolve(UNAUTHENTICATED);
        if (forbidden.has(name)) return Promise.resolve(FORBIDDEN);
        const place = after === null ? 0 : Number((after as string).slice("after-".length));
        const size = Math.min(Number(first), feeds[name]! - place);
        const nodes = Array.from({ length: size }, (_, index) => ({ sequence: String(place + index + 1) }));
        const pageInfo = { hasNextPage: place + size < feeds[name]! };
        return Promise.resolve({ data: { [`${name}Changes`]: { nodes, pageInfo } } });
      },
      identify: headers =>
        isRevoked || headers.authorization === undefined
          ? Promise.reject(new HubError("UNAUTHENTICATED", "The token is over."))
          : Promise.resolve(claimsOf({})),
      heartbeatMs,
    });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
  }
  afterEach(async () => {
    clients.splice(0).forEach(client => client.leave());
    await app.close();
    expect(faults).toEqual([]);
  });

  async function connect(lastEventId?: string): Promise<Client> {
    const aborting = new AbortController();
    const response = await fetch(`${origin}/feed`, {
      headers: {
        authorization: "Bearer t",
        ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
      },
      signal: aborting.signal,
    });
    const events: Client["events"] = [];
    let isOver = false;
    const read = async (): Promise<void> => {
      let text = "";
      for await (const chunk of response.body!) {
        text += Buffer.from(chunk as Uint8Array).toString("utf8");
        const parts = text.split("\n\n");
        text = parts.pop()!;
        for (const part of parts.filter(one => one.startsWith("id:"))) {
          const field = (name: string) =>
            part
              .split("\n")
              .find(line => line.startsWith(name))!
              .slice(name.length + 2);
          events.push({ id: field("id"), event: field("event"), data: JSON.parse(field("data")) });
        }
      }
    };
    void read()
      .catch(() => undefined)
      .finally(() => (isOver = true));
    const client = { status: response.status, events, isOver: () => isOver, leave: () => aborting.abort() };
    clients.push(client);
    return client;
  }

  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await sleep(5);
  };

  test("tells what there is, page after page, and what comes when it is rung", async () => {
    feeds = { goods: 250, post: 2 };
    const client = await connect();
    await until(() => client.events.length === 252);
    expect(client.events.at(-1)!.id).toBe("goods:250,post:2");
    feeds.post = 3;
    board.ring("post");
    await until(() => client.events.length === 253);
    expect(client.events.at(-1)).toEqual({
      id: "goods:250,post:3",
      event: "post",
      data: { sequence: "3" },
    });
  });

  test.each([
    ["goods:6,post:2", 400],
    ["post:1", 400],
    ["goods:5,post:0", 200],
    ["goods:5", 200],
  ])("asked from %s, where five goods and no post were told, answers %d", async (place, status) => {
    feeds = { goods: 5, post: 0 };
    const client = await connect(place);
    expect(client.status).toBe(status);
    if (status !== 200) return;
    feeds.goods = 6;
    board.ring("goods");
    await until(() => client.events.length === 1);
    expect(client.events[0]!.data.sequence).toBe("6");
  });

  test("goes on where a subscriber left off, wherever it was cut: nothing is missed and nothing comes twice", async () => {
    feeds = { goods: 150, post: 40 };
    const seen: string[] = [];
    let place: string | undefined;
    for (const cut of [7, 60, 100]) {
      const client = await connect(place);
      await until(() => client.events.length >= cut);
      client.leave();
      const taken = client.events.slice(0, cut);
      seen.push(...taken.map(({ event, data }) => `${event} ${data.sequence}`));
      place = taken.at(-1)!.id;
      feeds.goods! += 5;
    }
    const last = await connect(place);
    await until(() => seen.length + last.events.length >= 205);
    seen.push(...last.events.map(({ event, data }) => `${event} ${data.sequence}`));
    const expected = [
      ...Array.from({ length: 165 }, (_, index) => `goods ${index + 1}`),
      ...Array.from({ length: 40 }, (_, index) => `post ${index + 1}`),
    ];
    expect([...seen].sort()).toEqual(expected.sort());
  });

  test("is refused to whoever says not who they are", async () => {
    const response = await fetch(`${origin}/feed`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(asked).toBe(0);
  });

  describe("long before the next sign of life", () => {
    beforeEach(async () => {
      await app.close();
      await serve(NEVER_MS);
    });

    test("answers, though there is nothing to tell yet", async () => {
      expect((await connect()).status).toBe(200);
    });

    test("ends where the token is over when something is to be told, and tells it not", async () => {
      feeds.goods = 1;
      const client = await connect();
      await until(() => client.events.length === 1);
      isRevoked = true;
      feeds.goods = 2;
      board.ring("goods");
      await until(() => client.isOver());
      expect(client.events).toHaveLength(1);
    });
  });

  test("asks nobody while nothing is new", async () => {
    await connect();
    await sleep(5 * HEARTBEAT_MS);
    expect(asked).toBe(2);
  });

  test("ends when the token is over or was revoked", async () => {
    const client = await connect();
    await sleep(2 * HEARTBEAT_MS);
    expect(client.isOver()).toBe(false);
    isRevoked = true;
    await until(() => client.isOver());
  });

  test("leaves out a sector that the caller may not read, and is refused to one who may read none", async () => {
    forbidden.add("goods");
    feeds.post = 1;
    const client = await connect();
    await until(() => client.events.length === 1);
    expect(client.events[0]!.id).toBe("post:1");
    forbidden.add("post");
    expect((await connect()).status).toBe(403);
  });

  test.each(["goods", "goods:x", "goods:-1", "other:1", "goods:1,goods:2", "goods:01"])(
    "refuses the place %s, which it never gave",
    async place => {
      expect((await connect(place)).status).toBe(400);
    },
  );

  test("lets a caller have four at once and not five", async () => {
    const open = await Promise.all([connect(), connect(), connect(), connect()]);
    expect(open.map(client => client.status)).toEqual([200, 200, 200, 200]);
    expect((await connect()).status).toBe(429);
    open[0].leave();
    await sleep(3 * HEARTBEAT_MS);
    expect((await connect()).status).toBe(200);
  });

  test("does not hold up a gateway that closes", async () => {
    const client = await connect();
    await app.close();
    await until(() => client.isOver());
  });
});
