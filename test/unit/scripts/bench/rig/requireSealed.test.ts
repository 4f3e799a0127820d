import { Redis } from "ioredis";
import { createEntrySealing } from "../../../../../gateway/cache/sealing";
import { createSealer } from "../../../../../schema/contract/sealing";
import { requireSealed } from "../../../../../scripts/bench/rig/requireSealed";
import { createReaper } from "../../../../../scripts/services/reaper";
import { startRedis } from "../../../../../scripts/services/startRedis";
import { createSecretVariables } from "../../../../../scripts/settings/createSecretVariables";
import { readSettings } from "../../../../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../../../../scripts/settings/secretSettings";

const PERSON = { entity: "duanka:cache:telecom:Subject:one", selection: "lines" };
const LINES = '{"__typename":"Subject","id":"one","phoneLines":{"totalCount":2}}';
const IN_A_MINUTE_MS = 60_000;

describe("what a gateway that was measured has kept in Redis", () => {
  const reaper = createReaper();
  const environment = { ...createSecretVariables() };
  const sealing = createEntrySealing(createSealer(readSettings(environment, SECRET_SETTINGS).cacheKeys));
  let redis: Redis;
  let url: string;
  beforeAll(async () => {
    ({ url } = await startRedis(reaper));
    redis = new Redis(url);
  });
  beforeEach(() => redis.flushall());
  afterAll(async () => {
    redis.disconnect();
    await reaper.finish();
  });

  const sealed = (json: string, inMs = IN_A_MINUTE_MS, place = PERSON): string =>
    sealing.seal(place, { epoch: "e", expiresAt: Date.now() + inMs, json });
  const keep = async (value: string, { entity, selection } = PERSON): Promise<void> => {
    await redis.hset(entity, { [`v:${selection}`]: value, "l:another": "a lease" });
    await redis.pexpire(entity, IN_A_MINUTE_MS);
  };

  test("is proved where it is sealed, may be kept and ends in time, whether the person is there or not", async () => {
    await keep(sealed(LINES));
    const nobody = { ...PERSON, entity: "duanka:cache:telecom:Subject:two" };
    await keep(sealed("null", IN_A_MINUTE_MS, nobody), nobody);
    const line = { ...PERSON, entity: "duanka:cache:telecom:PhoneLine:three" };
    await keep(sealed('{"status":"ACTIVE"}', IN_A_MINUTE_MS, line), line);
    await expect(requireSealed(url, environment)).resolves.toBe(3);
  });

  test.each([
    ["it is not sealed", () => LINES, "a value in Redis is not sealed"],
    [
      "it is sealed for another place",
      () => sealed(LINES, IN_A_MINUTE_MS, { ...PERSON, selection: "accounts" }),
      "a value in Redis is not sealed",
    ],
    [
      "decisions stand on it",
      () => sealed('{"id":"one","phoneLines":null,"sanctions":[]}'),
      "Subject.sanctions may not be kept",
    ],
    [
      "it is kept for two minutes",
      () => sealed(LINES, 2 * IN_A_MINUTE_MS),
      "a value in Redis is kept for more than 60 s",
    ],
  ])("is not proved where %s", async (_what, value, reason) => {
    await keep(value());
    await expect(requireSealed(url, environment)).rejects.toThrow(reason);
  });

  test("is not proved where Redis is not told when it ends", async () => {
    await keep(sealed(LINES));
    await redis.persist(PERSON.entity);
    await expect(requireSealed(url, environment)).rejects.toThrow("a value in Redis has no end");
  });

  test("is not proved where there is nothing", async () => {
    await expect(requireSealed(url, environment)).rejects.toThrow("nothing was cached in Redis");
  });
});
