import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { setTimeout as pause } from "node:timers/promises";
import { ENTITY_LIFETIME_MS, LEASE_MS } from "../../../../gateway/cache/cacheLimits";
import { createMemoryStore } from "../../../../gateway/cache/memoryStore";
import { createRedisStore } from "../../../../gateway/cache/redisStore";
import { createReaper } from "../../../../scripts/services/reaper";
import { startRedis } from "../../../../scripts/services/startRedis";
import { testServices } from "../../../support/services";
import { eachCacheStore } from "./eachCacheStore";

describe("a store of the cache", () => {
  eachCacheStore(store => {
    const newPlace = () => ({ entity: `test:${randomUUID()}`, selection: "s" });
    const filled = async (value = "old") => {
      const place = newPlace();
      const { epoch } = await store().look(place, "l1", false);
      await store().fill({ ...place, lease: "l1", epoch }, value);
      return { place, epoch };
    };

    it("gives the first who misses a lease, and shows it to the others", async () => {
      const place = newPlace();
      expect(await store().look(place, "l1", false)).toMatchObject({ value: null, lease: "l1" });
      expect(await store().look(place, "l2", false)).toMatchObject({ value: null, lease: "l1" });
    });

    it("keeps what is filled in under the lease", async () => {
      const { place } = await filled();
      expect((await store().look(place, "l2", false)).value).toBe("old");
    });

    it("refuses a fill without the lease, and one that comes a second time", async () => {
      const { place, epoch } = await filled();
      expect(await store().fill({ ...place, lease: "l1", epoch }, "again")).toBe(false);
      expect(await store().fill({ ...place, lease: "other", epoch }, "foreign")).toBe(false);
      expect((await store().look(place, "l2", false)).value).toBe("old");
    });

    it("refuses a fill whose entity has been forgotten since", async () => {
      const place = newPlace();
      const { epoch } = await store().look(place, "l1", false);
      await store().invalidate([place.entity]);
      expect(await store().fill({ ...place, lease: "l1", epoch }, "old")).toBe(false);
      expect(await store().look(place, "l2", false)).toMatchObject({ value: null, lease: "l2" });
    });

    it("forgets all selections of an entity at once, and no other entity", async () => {
      const [one, other] = [await filled(), await filled()];
      const second = { ...one.place, selection: "t" };
      await store().look(second, "l9", false);
      await store().fill({ ...second, lease: "l9", epoch: one.epoch }, "second");
      await store().invalidate([one.place.entity]);
      expect((await store().look(one.place, "l2", false)).value).toBeNull();
      expect((await store().look(second, "l3", false)).value).toBeNull();
      expect((await store().look(other.place, "l4", false)).value).toBe("old");
    });

    it("gives a lease for a value that may no longer be served", async () => {
      const { place, epoch } = await filled();
      expect(await store().look(place, "l2", true)).toMatchObject({ value: null, lease: "l2" });
      expect(await store().fill({ ...place, lease: "l2", epoch }, "new")).toBe(true);
      expect((await store().look(place, "l3", false)).value).toBe("new");
    });

    it("lets the next one have a lease that was given back, and only its holder give it back", async () => {
      const place = newPlace();
      const { epoch } = await store().look(place, "l1", false);
      await store().release({ ...place, lease: "foreign", epoch });
      expect((await store().look(place, "l2", false)).lease).toBe("l1");
      await store().release({ ...place, lease: "l1", epoch });
      expect((await store().look(place, "l3", false)).lease).toBe("l3");
    });

    it("refuses what was read in another epoch", async () => {
      const place = newPlace();
      await store().look(place, "l1", false);
      expect(await store().fill({ ...place, lease: "l1", epoch: "anolderone" }, "old")).toBe(false);
    });

    it("forgets ten thousand entities at once", async () => {
      const { place } = await filled();
      const many = Array.from({ length: 10_000 }, () => `test:${randomUUID()}`);
      await store().invalidate([...many, place.entity]);
      expect((await store().look(place, "l2", false)).value).toBeNull();
    });
  });
});

describe("the store in Redis", () => {
  const redis = new Redis(testServices().redisUrl, { lazyConnect: true });
  const store = createRedisStore(redis, 10_000);
  const newPlace = () => ({ entity: `test:${randomUUID()}`, selection: "s" });
  beforeAll(() => redis.connect());
  afterAll(() => redis.disconnect());

  it("forgets an entity after its time, whoever looked at it last", async () => {
    const { entity, selection } = newPlace();
    await store.look({ entity, selection }, "l1", false);
    const left = await redis.pttl(entity);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(ENTITY_LIFETIME_MS);
  });

  it("lets a lease go that nobody used, or that was given before it was started anew", async () => {
    for (const [endsAt, isOfThisEpoch] of [
      [Date.now() - 1, true],
      [Date.now() + 60_000, false],
    ] as const) {
      const place = newPlace();
      const { epoch } = await store.look(newPlace(), "l0", false);
      const since = isOfThisEpoch ? epoch : "anolderone";
      await redis.hset(place.entity, `l:${place.selection}`, `${endsAt} ${since} l1`);
      expect((await store.look(place, "l2", false)).lease).toBe("l2");
      expect(await store.fill({ ...place, lease: "l1", epoch }, "old")).toBe(false);
    }
  });
});

describe("a replica, which may lag behind what its master has forgotten", () => {
  it("is not read, though it bears its master's epoch", async () => {
    const reaper = createReaper();
    const master = await startRedis(reaper);
    const settings = ["--replicaof", "127.0.0.1", String(master.port)];
    const replica = await startRedis(reaper, { settings });
    const [toMaster, toReplica] = [master, replica].map(({ url }) => new Redis(url)) as [Redis, Redis];
    const place = { entity: "e", selection: "s" };
    const store = createRedisStore(toMaster, 10_000);
    const { epoch } = await store.look(place, "l1", false);
    await store.fill({ ...place, lease: "l1", epoch }, "old");
    while ((await toReplica.hexists(place.entity, "v:s")) === 0) await pause(10);
    await expect(createRedisStore(toReplica, 10_000).look(place, "l2", false)).rejects.toThrow("READONLY");
    for (const redis of [toMaster, toReplica]) redis.disconnect();
    await reaper.finish();
  });
});

describe("the store in this process", () => {
  it("lets a lease go that nobody used, and an entity after its time", async () => {
    let now = 0;
    const store = createMemoryStore(() => now);
    const place = { entity: "e", selection: "s" };
    const { epoch } = await store.look(place, "l1", false);
    now = LEASE_MS;
    expect((await store.look(place, "l2", false)).lease).toBe("l2");
    await store.fill({ ...place, lease: "l2", epoch }, "value");
    now = ENTITY_LIFETIME_MS - 1;
    expect((await store.look(place, "l3", false)).value).toBe("value");
    now = ENTITY_LIFETIME_MS;
    expect((await store.look(place, "l4", false)).value).toBeNull();
  });

  it("stays within its bounds, and parts with what nobody has looked at for longest", async () => {
    const store = createMemoryStore(() => 0, { maxEntities: 100, maxCharacters: 1_000 });
    const look = (name: string) => store.look({ entity: name, selection: "s" }, `lease of ${name}`, false);
    const put = async (name: string, value: string) => {
      const { epoch } = await look(name);
      await store.fill({ entity: name, selection: "s", lease: `lease of ${name}`, epoch }, value);
    };
    for (let index = 0; index < 10; index += 1) await put(`e${index}`, "x".repeat(100));
    await look("e0");
    await put("e10", "x".repeat(100));
    expect((await look("e0")).value).not.toBeNull();
    expect((await look("e1")).value).toBeNull();
    for (let index = 0; index < 1_000; index += 1) await look(`many ${index}`);
    expect((await look("e0")).value).toBeNull();
  });
});
