import { openDatabase, type Database } from "../../schema/database/openDatabase";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { startSeparateHub, type SeparateHub } from "../support/separateHub";
import { testServices } from "../support/services";
import { fillRoads, testEveryRoad, type RoadEnds } from "./roads/everyRoad";
import { USERS } from "./verdicts/verdict";

const START_LIMIT_MS = 120_000;
/** Who signs in as themselves has an account at the hub that runs as one. */
const OTHERS = USERS.filter(user => user !== "person");

describe("gateway and subgraphs that run apart, over PostgreSQL and with a cache in Redis", () => {
  let hub: SeparateHub;
  let ends: RoadEnds;
  const stores: Database[] = [];
  beforeAll(async () => {
    hub = await startSeparateHub({ ...createSecretVariables(), REDIS_URL: testServices().redisUrl });
    const [police, banking] = (["police", "banking"] as const).map(name =>
      openDatabase({ url: hub.databaseUrls[name] }),
    );
    stores.push(police!, banking!);
    ends = await fillRoads(hub, { police: police!, banking: banking! });
  }, START_LIMIT_MS);
  afterAll(async () => {
    await Promise.all(stores.map(store => store.close()));
    await hub.close();
  });

  describe.each(OTHERS)("%s", user => testEveryRoad(user, () => ({ hub, ends })));
});
