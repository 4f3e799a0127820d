import { createRedisStore } from "../../gateway/cache/redisStore";
import { createLogger } from "../../gateway/errors/createLogger";
import { createHttpTransport } from "../../gateway/fetch/httpTransport";
import { createCacheNames } from "../../schema/contract/cacheNames";
import { isAnswering } from "../../schema/database/isAnswering";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { openDatabase } from "../../schema/database/openDatabase";
import { createProcessNonceMemory, createSharedNonceMemory } from "../../subgraphs/shared/nonceMemory";
import { createNonceStore } from "../../subgraphs/shared/store/nonceStore";
import { createSubgraphServer } from "../../subgraphs/shared/startSubgraph";
import { listen } from "../cli/listen";
import { ASK_LIMIT_MS, createAskKept } from "../hub/createAskKept";
import { createPullEvents, PULL_LIMIT_MS } from "../hub/createPullEvents";
import { createHubKeys } from "../hub/createHubKeys";
import { createSubgraphSender } from "../hub/createSubgraphSender";
import { createTeardown, type Teardown } from "../hub/createTeardown";
import { createWakeBoard } from "../hub/createWakeBoard";
import { startHubSubgraph, type HubSubgraphStart } from "../hub/startHubSubgraph";
import { commonSettings, parseRedisUrls } from "../settings/commonSettings";
import { optional, readSettings } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import { databaseSetting } from "../stores/storeSettings";
import { connectRedis } from "./connectRedis";
import { createRedisWakeBoard } from "./createRedisWakeBoard";
import { readEventSettings, type EventSettings } from "./eventSettings";
import type { RunningProcess } from "./runningProcess";

const FIRST_PORT = 4011; // telecom; the others follow in their order

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts one subgraph as a server of its own, told everything by its environment. */
export async function startSubgraphProcess(
  environment: Environment,
  name: StoreName,
): Promise<RunningProcess> {
  const teardown = createTeardown();
  try {
    return await start(environment, name, teardown);
  } catch (error) {
    await teardown.close().catch(() => undefined); // the first error is the one to be told
    throw error;
  }
}

function readSubgraphSettings(environment: Environment, name: StoreName) {
  const { directoryKey, storeKeys, cacheNameKey, gatewayVerifyKeys, subgraphVerifyKeys, informantPublicKey } =
    SECRET_SETTINGS;
  return readSettings(environment, {
    ...commonSettings(FIRST_PORT + STORES.indexOf(name)),
    database: databaseSetting(name),
    redisUrls: optional("REDIS_URL", parseRedisUrls, []),
    directoryKey,
    storeKeys,
    cacheNameKey,
    gatewayVerifyKeys,
    subgraphVerifyKeys,
    informantPublicKey,
  });
}

async function start(environment: Environment, name: StoreName, teardown: Teardown): Promise<RunningProcess> {
  const settings = readSubgraphSettings(environment, name);
  const events = readEventSettings(environment, name);
  const clock = (): Date => new Date();
  const logger = createLogger(settings.logLevel);
  const database = openDatabase({ url: settings.database });
  teardown.add(() => database.close());
  const redis = settings.redisUrls.length === 0 ? null : connectRedis(settings.redisUrls);
  teardown.add(() => redis?.disconnect());
  const board = redis === null ? createWakeBoard() : createRedisWakeBoard(redis, teardown);
  const keys = createHubKeys(settings);
  const asking = createAsking(name, events, teardown);
  const cache =
    redis === null
      ? null
      : { names: createCacheNames(settings.cacheNameKey), store: createRedisStore(redis) };
  const subgraph = await startHubSubgraph(name, { database, keys, clock, board, cache, logger, ...asking });
  const ownNonces = createProcessNonceMemory(Date.now);
  const storedNonces = createNonceStore(name, database.db);
  const app = createSubgraphServer({
    running: subgraph.running,
    verifyKeys: settings.gatewayVerifyKeys,
    subgraphKeys: settings.subgraphVerifyKeys,
    nonces: redis === null ? ownNonces : createSharedNonceMemory(redis, ownNonces, storedNonces),
    clock,
    logger,
    isReady: () => isAnswering(database),
  });
  subgraph.startWork(teardown);
  teardown.add(() => app.close());
  const address = await listen(app, settings.host, settings.port);
  return { address, stop: () => teardown.close() };
}

/** Over HTTP, signed with the subgraph's own key. */
function createAsking(
  name: StoreName,
  events: EventSettings,
  teardown: Teardown,
): Pick<HubSubgraphStart, "pull" | "askKept"> {
  const transport = createHttpTransport({ ...events, clock: () => new Date() });
  teardown.add(() => transport.close?.());
  return {
    pull: createPullEvents(name, createSubgraphSender(transport, PULL_LIMIT_MS)),
    askKept: createAskKept(name, createSubgraphSender(transport, ASK_LIMIT_MS)),
  };
}
