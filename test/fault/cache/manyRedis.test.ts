import { Redis } from "ioredis";
import { setTimeout as pause } from "node:timers/promises";
import { COMMAND_LIMIT_MS } from "../../../gateway/cache/cacheLimits";
import { createReaper, type Reaper } from "../../../scripts/services/reaper";
import { createKennelState, type KennelState } from "../../flow/cache/support/kennelWorld";
import { startRedisKennel, untilConnected, type RedisKennel } from "./support/redisKennel";
import { startCluster } from "./support/startCluster";
import { startSentinels } from "./support/startSentinels";
import { underLoad, type LoadFigures } from "./support/underLoad";

const PEOPLE = Array.from({ length: 30 }, (_, index) => `person-${index}`);
const FAILOVER_LIMIT_MS = 20_000;

const figures: LoadFigures[] = [];
let reaper: Reaper;
beforeAll(() => void (reaper = createReaper()));
afterAll(async () => {
  await reaper.finish();
  process.stderr.write(`${figures.map(one => JSON.stringify(one)).join("\n")}\n`);
});

function createCrowd(): KennelState {
  const state = createKennelState();
  for (const id of PEOPLE) state.names.set(id, "v0");
  return state;
}

function expectRight(figure: LoadFigures): void {
  figures.push(figure);
  expect(figure).toMatchObject({ errors: 0, wrong: 0 });
  expect(figure.answers).toBeGreaterThan(50);
  expect(figure.cacheMs).toBeLessThan(COMMAND_LIMIT_MS);
}

async function untilServed(hub: RedisKennel, id: string): Promise<void> {
  const endsAt = performance.now() + FAILOVER_LIMIT_MS;
  while (performance.now() < endsAt) {
    const { extensions } = await hub.ask("query ($card: CardInput!) { person(card: $card) { name } }", {
      card: { number: id },
    });
    if (extensions?.["servedFromCache"] !== undefined) return;
    await pause(20);
  }
  throw new Error("nothing was served from the cache");
}

describe("behind a sentinel, readers and a writer under load", () => {
  it("go on while the replica takes the place of a master that hangs, and are shown nothing that it knew", async () => {
    const watched = await startSentinels(reaper);
    const hub = await startRedisKennel([watched.url], createCrowd());
    await untilConnected(hub);
    await untilServed(hub, "person-0");
    const figure = await underLoad(
      hub,
      "failover by sentinel",
      async () => {
        process.kill(watched.master.pid, "SIGSTOP");
        const endsAt = performance.now() + FAILOVER_LIMIT_MS;
        while ((await watched.masterPort()) !== watched.replica.port) {
          if (performance.now() > endsAt) throw new Error("the sentinel does not fail over");
          await pause(50);
        }
        await untilServed(hub, "person-1");
        process.kill(watched.master.pid, "SIGCONT");
        await pause(1_000);
      },
      PEOPLE,
    );
    expectRight(figure);
    const promoted = new Redis(watched.replica.url);
    expect(await promoted.dbsize()).toBeGreaterThan(0);
    promoted.disconnect();
    await hub.close();
    watched.close();
  });
});

describe("in a cluster of three masters, readers and a writer under load", () => {
  it("use all of them, and go on without one", async () => {
    const servers = await startCluster(reaper);
    const hub = await startRedisKennel(
      servers.map(({ url }) => url),
      createCrowd(),
    );
    await untilConnected(hub);
    // Nodes are connected to when they are first asked.
    for (const id of PEOPLE) await untilServed(hub, id);
    const healthy = await underLoad(hub, "none, in a cluster", () => pause(1_500), PEOPLE);
    expectRight(healthy);
    expect(healthy.fromCache).toBeGreaterThan(0);
    expect(healthy.declaredStale).toBeLessThan(healthy.writes);
    for (const { url } of servers) {
      const node = new Redis(url);
      expect(await node.dbsize()).toBeGreaterThan(0);
      node.disconnect();
    }
    const figure = await underLoad(
      hub,
      "a third of a cluster killed",
      async () => {
        process.kill(servers[2]!.pid, "SIGKILL");
        await pause(3_000);
      },
      PEOPLE,
    );
    expectRight(figure);
    await hub.close();
    for (const { pid } of servers.slice(0, 2)) process.kill(pid, "SIGKILL");
  });
});
