import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { WAIT_FOR_OTHERS_MS } from "../../../../gateway/cache/cacheLimits";
import type { CacheStore } from "../../../../gateway/cache/cacheStore";
import {
  createEntityCache,
  type CacheQuestion,
  type EntityCache,
} from "../../../../gateway/cache/entityCache";
import { createMemoryStore } from "../../../../gateway/cache/memoryStore";
import { createGatewayMetrics } from "../../../../gateway/http/gatewayMetrics";
import { createCacheNames } from "../../../../schema/contract/cacheNames";
import { createSealer } from "../../../../schema/contract/sealing";

const ANN: CacheQuestion = { subgraph: "s", type: "Person", id: "ann", selection: "name", view: "police" };
const BOB: CacheQuestion = { ...ANN, id: "bob" };
const HOUR_MS = 3_600_000;
const NO_METRICS = createGatewayMetrics().cache;

describe("a cache over a store that cannot be trusted", () => {
  let inner: CacheStore;
  let store: CacheStore;
  let cache: EntityCache;
  /** Another gateway's, over the same store. */
  let elsewhere: EntityCache;
  let now: Date;
  beforeEach(() => {
    now = new Date("2026-03-02T08:00:00Z");
    inner = createMemoryStore();
    store = { ...inner };
    const parts = {
      store: {
        look: (...given) => store.look(...given),
        fill: (...given) => store.fill(...given),
        release: (...given) => store.release(...given),
        invalidate: (...given) => store.invalidate(...given),
      } satisfies CacheStore,
      names: createCacheNames(randomBytes(32)),
      sealer: createSealer({ current: "k1", keys: { k1: randomBytes(32) } }),
      clock: () => now,
    };
    [cache, elsewhere] = [createEntityCache(parts, NO_METRICS), createEntityCache(parts, NO_METRICS)];
  });
  afterEach(() => [cache, elsewhere].forEach(one => one.close()));

  async function fill(question: CacheQuestion, json: string, lifetimeMs = 60_000): Promise<void> {
    const found = await cache.find(question);
    if (found.kind !== "FILL") throw new Error(`nothing is to be filled: ${found.kind}`);
    found.filling.fill(json, lifetimeMs, null);
    await new Promise(setImmediate);
  }
  const kindOf = async (question: CacheQuestion) => (await cache.find(question)).kind;

  it.each([
    ["entity", BOB],
    ["selection", { ...ANN, selection: "age" }],
    ["view", { ...ANN, view: "bank:102" }],
  ])("takes a value that was moved from another %s for none", async (_what, other) => {
    const values: string[] = [];
    store = { ...inner, fill: (lease, value) => inner.fill(lease, (values.push(value), values[0]!)) };
    await fill(ANN, `"of Ann"`);
    await fill(other, `"of another"`);
    expect(await cache.find(ANN)).toEqual({ kind: "HIT", json: `"of Ann"` });
    expect(await kindOf(other)).toBe("FILL");
  });

  it("takes a value of another epoch for none", async () => {
    await fill(ANN, `"Ann"`);
    store = { ...inner, look: async (...given) => ({ ...(await inner.look(...given)), epoch: "another" }) };
    expect(await kindOf(ANN)).toBe("FILL");
  });

  it("serves nothing for longer than a minute, whatever its lifetime is said to be", async () => {
    await fill(ANN, `"Ann"`, HOUR_MS);
    now = new Date(now.getTime() + 59_999);
    expect(await kindOf(ANN)).toBe("HIT");
    now = new Date(now.getTime() + 1);
    expect(await kindOf(ANN)).toBe("FILL");
  });

  it("lets who asks meanwhile in the same process have the outcome, however long the fetch takes", async () => {
    const first = await cache.find(ANN);
    const second = await cache.find(ANN);
    if (first.kind !== "FILL" || second.kind !== "WAIT") throw new Error("nobody waits for anybody");
    await pause(2 * WAIT_FOR_OTHERS_MS);
    first.filling.fill(`"Ann"`, 60_000, null);
    expect(await second.json).toBe(`"Ann"`);
  });

  it("who waited in vain for another process leaves the place to whoever asks next", async () => {
    const first = await cache.find(ANN);
    const second = await elsewhere.find(ANN);
    if (first.kind !== "FILL" || second.kind !== "WAIT") throw new Error("nobody waits for anybody");
    first.filling.giveUp();
    expect(await second.json).toBeNull();
    expect(await kindOf(ANN)).toBe("FILL");
  });

  it("reads nothing of what the store has not forgotten, tries on, and reads it again once it has", async () => {
    await fill(ANN, `"old"`);
    await fill(BOB, `"Bob"`);
    store = { ...inner, invalidate: () => Promise.reject(new Error("away")) };
    expect(await cache.invalidate("s", [{ type: "Person", id: "ann" }])).toBe(false);
    expect(await kindOf(ANN)).toBe("ASK");
    expect(await kindOf(BOB)).toBe("HIT");
    store = inner;
    for (let found = await kindOf(ANN); found !== "FILL"; found = await kindOf(ANN)) {
      expect(found).toBe("ASK");
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  });
});
