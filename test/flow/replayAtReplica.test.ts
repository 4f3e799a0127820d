import {
  createProcessNonceMemory,
  createSharedNonceMemory,
  type NonceMemory,
} from "../../subgraphs/shared/nonceMemory";
import { createNonceStore } from "../../subgraphs/shared/store/nonceStore";
import { connectRedis } from "../../scripts/separate/connectRedis";
import { createReaper } from "../../scripts/services/reaper";
import { startRedis, type RedisServer } from "../../scripts/services/startRedis";
import type { Redis } from "ioredis";
import { sql } from "kysely";
import type { Database } from "../../schema/database/openDatabase";
import { onPostgres } from "../support/databases";

onPostgres("police", "a signed request, repeated at another replica of the subgraph", open => {
  const reaper = createReaper();
  let server: RedisServer;
  let database: Database;
  let replicas: readonly [NonceMemory, NonceMemory];
  const connections: Redis[] = [];
  beforeAll(async () => {
    database = await open();
    server = await startRedis(reaper);
    replicas = [await startReplica(), await startReplica()];
  });
  afterAll(async () => {
    for (const redis of connections) redis.disconnect();
    await reaper.finish();
  });

  async function startReplica(): Promise<NonceMemory> {
    const redis = connectRedis([server.url]) as Redis;
    connections.push(redis);
    if (redis.status !== "ready") await new Promise(resolve => redis.once("ready", resolve));
    const stored = createNonceStore("police", database.db);
    return createSharedNonceMemory(redis, createProcessNonceMemory(Date.now), stored);
  }

  test("is refused while Redis is there, while it is paused, and while it is gone", async () => {
    const [one, other] = replicas;
    const acceptedBy = async (nonce: string) => [await one.claim(nonce), await other.claim(nonce)];
    expect(await acceptedBy("with Redis")).toEqual([true, false]);
    process.kill(server.pid, "SIGSTOP");
    expect(await acceptedBy("paused")).toEqual([true, false]);
    process.kill(server.pid, "SIGKILL");
    expect(await acceptedBy("gone")).toEqual([true, false]);
    expect(await Promise.all(["a", "b", "c"].map(nonce => one.claim(nonce)))).toEqual([true, true, true]);
  });

  test("is forgotten in the database once its signature has run out", async () => {
    const stored = createNonceStore("police", database.db);
    await sql`update police.nonce set claimed_at = now() - interval '61 seconds'`.execute(database.db);
    await stored.claim("a later one");
    const { rows } = await sql`select nonce from police.nonce`.execute(database.db);
    expect(rows).toEqual([{ nonce: "a later one" }]);
  });

  test("is not accepted even once where neither can say whether it was", async () => {
    await sql`alter table police.nonce rename to nonce_away`.execute(database.db);
    const [one] = replicas;
    await expect(one.claim("unknown")).rejects.toThrow();
  });
});
