import { createHmac, randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { setTimeout as pause } from "node:timers/promises";
import { createEntityCache } from "../../../../gateway/cache/entityCache";
import { createRedisStore } from "../../../../gateway/cache/redisStore";
import { createGatewayMetrics } from "../../../../gateway/http/gatewayMetrics";
import { createCacheNames } from "../../../../schema/contract/cacheNames";
import { createSealer } from "../../../../schema/contract/sealing";
import { connectRedis } from "../../../../scripts/separate/connectRedis";
import { createReaper } from "../../../../scripts/services/reaper";
import { startRedis } from "../../../../scripts/services/startRedis";

const PEOPLE = 3_400;
/** As many stand within the answer about one of them. */
const PEOPLE_IN_AN_ANSWER = 10;
const ANSWERS = PEOPLE / PEOPLE_IN_AN_ANSWER;
const NUMBERS_BEGIN = "99010119900101";
const NAMES_BEGIN = "测试人员第";
const TOKEN_LENGTH = 44;
const LIMIT_MS = 120_000;

/** A made-up person: what must not be found. */
interface Person {
  readonly token: string;
  readonly number: string;
  readonly name: string;
}

function createPerson(index: number): Person {
  const token = `1${createHmac("sha256", "test").update(String(index)).digest("base64url")}`;
  return {
    token,
    number: `${NUMBERS_BEGIN}${String(index).padStart(4, "0")}`,
    name: `${NAMES_BEGIN}${index}号`,
  };
}

describe("everything that Redis holds", () => {
  it(
    "holds none of ten thousand known tokens, numbers and names in clear",
    async () => {
      const reaper = createReaper();
      const server = await startRedis(reaper);
      const redis = connectRedis([server.url]) as Redis;
      await new Promise(resolve => redis.once("ready", resolve));
      const cache = createEntityCache(
        {
          store: createRedisStore(redis),
          names: createCacheNames(randomBytes(32)),
          sealer: createSealer({ current: "k1", keys: { k1: randomBytes(32) } }),
          clock: () => new Date(),
        },
        createGatewayMetrics().cache,
      );
      const people = Array.from({ length: PEOPLE }, (_, index) => createPerson(index));
      for (let start = 0; start < PEOPLE; start += PEOPLE_IN_AN_ANSWER) {
        const some = people.slice(start, start + PEOPLE_IN_AN_ANSWER);
        const [{ token, number }] = some as [Person];
        const selection = JSON.stringify(["accounts(number: $0)", number, some.map(one => one.name)]);
        const question = {
          subgraph: "banking",
          type: "Subject",
          id: token,
          selection,
          view: `person:${token}`,
        };
        // On a machine that has much else to do a command may take longer than its limit.
        for (
          let found = await cache.find(question);
          found.kind !== "HIT";
          found = await cache.find(question)
        ) {
          if (found.kind === "FILL") found.filling.fill(JSON.stringify(some), 60_000, null);
          await pause(2);
        }
      }
      const admin = new Redis(server.url);
      const text: string[] = [];
      const keys: string[] = [];
      for (let cursor = "0", isFirst = true; isFirst || cursor !== "0"; isFirst = false) {
        const [next, some] = await admin.scan(cursor, "COUNT", 1_000);
        cursor = next;
        keys.push(...some);
      }
      for (const key of keys)
        text.push(
          key,
          JSON.stringify(await admin.hgetall(key)),
          (await admin.dumpBuffer(key)).toString("latin1"),
        );
      expect(keys.length).toBe(ANSWERS);
      const all = text.join("\n");
      expect(all).toContain("duanka:cache:banking:Subject:");
      // Every number and every name begins alike; a token may begin anywhere.
      for (const beginning of [NUMBERS_BEGIN, NAMES_BEGIN, Buffer.from(NAMES_BEGIN).toString("latin1")])
        expect(all).not.toContain(beginning);
      const tokens = new Set(people.map(person => person.token));
      const inClear = [...Array(all.length).keys()].filter(start =>
        tokens.has(all.slice(start, start + TOKEN_LENGTH)),
      );
      expect(inClear).toEqual([]);
      admin.disconnect();
      redis.disconnect();
      await reaper.finish();
    },
    LIMIT_MS,
  );
});
