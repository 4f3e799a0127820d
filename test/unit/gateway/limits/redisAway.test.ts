import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createCounting } from "../../../../gateway/limits/createCounting";
import { connectRedis } from "../../../../scripts/separate/connectRedis";
import { createReaper, type Reaper } from "../../../../scripts/services/reaper";
import { startRedis, type RedisServer } from "../../../../scripts/services/startRedis";
import { createLimitsWorld, crowd, type LimitsWorld } from "./limitsWorld";

/** One limit of Redis, and what a busy machine adds to it. */
const BOUNDED_MS = 50 + 250;
/** After which a Redis that failed is tried again. */
const RETRY_MS = 1_100;

describe("limits whose Redis is away", () => {
  let reaper: Reaper;
  let server: RedisServer;
  let redis: ReturnType<typeof connectRedis>;
  let world: LimitsWorld;
  beforeEach(async () => {
    reaper = createReaper();
    server = await startRedis(reaper);
    redis = connectRedis([server.url]);
    await new Promise(resolve => redis.once("ready", resolve));
    world = createLimitsWorld(createCounting(redis, randomBytes(32)));
  });
  afterEach(async () => {
    process.kill(server.pid, "SIGCONT");
    redis.disconnect();
    await reaper.finish();
  });

  async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
    const startedAt = performance.now();
    const value = await work();
    return { value, ms: performance.now() - startedAt };
  }

  test("go on in process at half of each limit while it is paused, and hold up one look of a second", async () => {
    process.kill(server.pid, "SIGSTOP");
    const first = await timed(() => world.look("bank/a", ["p"]));
    expect(first.value).toBeNull();
    expect(first.ms).toBeLessThan(BOUNDED_MS);
    const next = await timed(() => world.look("bank/a", crowd(149)));
    expect(next.value).toBeNull();
    expect(await world.look("bank/a", ["one-more"])).toMatchObject({ code: "RATE_LIMITED" });
    expect(await world.look("bank/b", ["one-more"])).toBeNull();
    expect(world.alarms).toMatchObject([{ kind: "UNUSUAL_VOLUME", count: 151 }]);
    await sleep(RETRY_MS);
    // One of them tries Redis, the others do not wait for it.
    const looks = await Promise.all(
      crowd(20).map((person, index) => timed(() => world.look(`bank/${index}`, [person]))),
    );
    expect(looks.every(({ value, ms }) => value === null && ms < BOUNDED_MS)).toBe(true);
  });

  test("of four workers at one port go on at a quarter each, so that all of them grant no more than one", async () => {
    process.kill(server.pid, "SIGSTOP");
    const worker = createLimitsWorld(createCounting(redis, randomBytes(32), 4));
    expect(await worker.look("bank/a", crowd(75))).toBeNull();
    expect(await worker.look("bank/a", ["one-more"])).toMatchObject({ code: "RATE_LIMITED" });
  });

  test("raise what is alarming the first time it happens, whoever counts", async () => {
    process.kill(server.pid, "SIGSTOP");
    await world.limits.overstepped("FOREIGN_INSTITUTION", "bank/a");
    await world.limits.overstepped("FOREIGN_INSTITUTION", "bank/a");
    expect(world.alarms).toMatchObject([{ kind: "FOREIGN_INSTITUTION", count: 1 }]);
  });

  test("go on in process when it is killed, and count in it again when it is back", async () => {
    process.kill(server.pid, "SIGKILL");
    const refusals = [];
    for (const person of crowd(160)) refusals.push(await world.look("bank/a", [person]));
    expect(refusals.filter(refusal => refusal === null)).toHaveLength(150);
    expect(refusals.at(-1)).toMatchObject({ code: "RATE_LIMITED" });

    server = await startRedis(reaper, { port: server.port });
    const deadline = Date.now() + 10_000;
    // The new one has counted nothing yet, so whoever is counted there is granted again.
    while ((await world.look("bank/a", ["after"])) !== null) {
      if (Date.now() > deadline) throw new Error("never counted in Redis again");
      await sleep(100);
    }
  });

  test("go on in process when it takes no writes", async () => {
    await redis.call("CONFIG", "SET", "maxmemory", "1");
    expect(await world.look("bank/a", crowd(150))).toBeNull();
    expect(await world.look("bank/a", ["one-more"])).toMatchObject({ code: "RATE_LIMITED" });
  });
});
