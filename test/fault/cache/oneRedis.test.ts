import { Redis } from "ioredis";
import { setTimeout as pause } from "node:timers/promises";
import { COMMAND_LIMIT_MS } from "../../../gateway/cache/cacheLimits";
import { freePort } from "../../../scripts/services/freePort";
import { createReaper, type Reaper } from "../../../scripts/services/reaper";
import { startRedis, type RedisServer } from "../../../scripts/services/startRedis";
import { startRedisKennel, untilConnected, type RedisKennel } from "./support/redisKennel";
import { underLoad, type LoadFigures } from "./support/underLoad";

const NAME = "query ($card: CardInput!) { person(card: $card) { name } }";
const ANN = { card: { number: "ann" } };
/** Long enough for a pause of the cache to end and begin again. */
const FAULT_MS = 1_500;
/** For the connection and the pause to be over. */
const RECOVERY_LIMIT_MS = 8_000;

const figures: LoadFigures[] = [];
let reaper: Reaper;
beforeAll(() => void (reaper = createReaper()));
afterAll(async () => {
  await reaper.finish();
  process.stderr.write(`${figures.map(one => JSON.stringify(one)).join("\n")}\n`);
});

function expectRight(figure: LoadFigures): void {
  figures.push(figure);
  expect(figure).toMatchObject({ errors: 0, wrong: 0 });
  expect(figure.answers).toBeGreaterThan(50);
  // Once or twice a second somebody waits for the limit of a command; the others do not.
  expect(figure.cacheMs).toBeLessThan(COMMAND_LIMIT_MS);
}

async function untilServed(hub: RedisKennel): Promise<void> {
  const endsAt = performance.now() + RECOVERY_LIMIT_MS;
  while (performance.now() < endsAt) {
    const { extensions } = await hub.ask(NAME, ANN);
    if (extensions?.["servedFromCache"] !== undefined) return;
    await pause(20);
  }
  throw new Error("nothing was served from the cache again");
}

describe("under load, readers and a writer", () => {
  let server: RedisServer;
  let hub: RedisKennel;
  let admin: Redis;
  beforeEach(async () => {
    server = await startRedis(reaper);
    hub = await startRedisKennel([server.url]);
    admin = new Redis(server.url, { lazyConnect: true, retryStrategy: () => null });
    admin.on("error", () => undefined);
    await admin.connect();
    await untilConnected(hub);
    await untilServed(hub);
  });
  afterEach(async () => {
    admin.disconnect();
    await hub.close();
    try {
      process.kill(server.pid, "SIGKILL");
    } catch {
      // A test that ends its Redis has done so already.
    }
  });

  it("get right answers from a healthy Redis, most of them cached", async () => {
    const figure = await underLoad(hub, "none", () => pause(FAULT_MS));
    expectRight(figure);
    expect(figure.fromCache).toBeGreaterThan(0);
    // A machine that has much else to do may be late with one of them.
    expect(figure.declaredStale).toBeLessThan(figure.writes);
  });

  it("go on when Redis is killed, and use the one that is started in its place", async () => {
    const figure = await underLoad(hub, "killed", async () => {
      process.kill(server.pid, "SIGKILL");
      await pause(FAULT_MS);
    });
    expectRight(figure);
    // Readers that are not cut off could still be shown what was: the writer is told for how long.
    expect(figure.declaredStale).toBeGreaterThan(0);
    server = await startRedis(reaper, { port: server.port });
    await untilServed(hub);
  });

  it("go on when Redis is paused, and are not shown what it still knew when it goes on", async () => {
    const figure = await underLoad(hub, "paused", async () => {
      process.kill(server.pid, "SIGSTOP");
      await pause(FAULT_MS);
      process.kill(server.pid, "SIGCONT");
      await pause(FAULT_MS);
    });
    expectRight(figure);
    await untilServed(hub);
  });

  it("go on when the master becomes a read-only replica, and are not shown what was when it is master again", async () => {
    const other = await startRedis(reaper);
    const figure = await underLoad(hub, "read-only replica", async () => {
      await admin.replicaof("127.0.0.1", other.port);
      await pause(FAULT_MS);
      await admin.replicaof("NO", "ONE");
      await pause(FAULT_MS);
    });
    expectRight(figure);
    await untilServed(hub);
    process.kill(other.pid, "SIGKILL");
  });

  it("go on when Redis is full and evicts nothing", async () => {
    const figure = await underLoad(hub, "full", async () => {
      await admin.config("SET", "maxmemory-policy", "noeviction");
      await admin.config("SET", "maxmemory", "1");
      await pause(FAULT_MS);
      await admin.config("SET", "maxmemory", "0");
    });
    expectRight(figure);
    await untilServed(hub);
  });

  it("go on when everything is flushed again and again", async () => {
    const figure = await underLoad(hub, "flushed", async () => {
      for (let time = 0; time < 30; time += 1) {
        await admin.flushall();
        await pause(FAULT_MS / 30);
      }
    });
    expectRight(figure);
  });
});

describe("an older copy of Redis's data", () => {
  it("is never read, however it got there", async () => {
    const folder = reaper.folder("snapshot");
    const settings = ["--dir", folder, "--dbfilename", "dump.rdb"];
    const port = await freePort();
    let server = await startRedis(reaper, { port, settings });
    const hub = await startRedisKennel([server.url]);
    await untilConnected(hub);
    await untilServed(hub);
    const admin = new Redis(server.url, { retryStrategy: () => null });
    admin.on("error", () => undefined);
    await admin.save();
    await hub.ask(`mutation { rename(id: "ann", name: "Anna") { id } }`);
    process.kill(server.pid, "SIGKILL");
    admin.disconnect();
    await pause(100);
    server = await startRedis(reaper, { port, settings });
    const after = new Redis(server.url);
    expect(await after.dbsize()).toBeGreaterThan(0);
    after.disconnect();
    for (let time = 0; time < 20; time += 1) {
      expect((await hub.ask(NAME, ANN)).data).toEqual({ person: { name: "Anna" } });
      await pause(50);
    }
    await untilServed(hub);
    expect((await hub.ask(NAME, ANN)).data).toEqual({ person: { name: "Anna" } });
    await hub.close();
    process.kill(server.pid, "SIGKILL");
  });
});

describe("a Redis that wants another password", () => {
  it("is a hub without a cache", async () => {
    const server = await startRedis(reaper, { settings: ["--requirepass", "right"] });
    const hub = await startRedisKennel([`redis://:wrong@127.0.0.1:${server.port}`]);
    expectRight(await underLoad(hub, "wrong password", () => pause(FAULT_MS)));
    await hub.close();
    process.kill(server.pid, "SIGKILL");
  });
});

describe("a writer that is cut off from Redis while readers are not", () => {
  it("says for how long they may see what was, and sees none of it itself", async () => {
    const server = await startRedis(reaper);
    const reader = await startRedisKennel([server.url]);
    await untilConnected(reader);
    await untilServed(reader);
    const writer = await startRedisKennel([`redis://127.0.0.1:${await freePort()}`], reader.state);
    const startedAt = performance.now();
    const { extensions } = await writer.ask(`mutation { rename(id: "ann", name: "Anna") { id } }`);
    expect(extensions?.["cache"]).toEqual({ staleUpToSeconds: 60 });
    expect(performance.now() - startedAt).toBeGreaterThan(400);
    expect((await writer.ask(NAME, ANN)).data).toEqual({ person: { name: "Anna" } });
    await Promise.all([writer, reader].map(hub => hub.close()));
    process.kill(server.pid, "SIGKILL");
  });
});
