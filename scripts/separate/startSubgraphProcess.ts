import { createLogger } from "../../gateway/errors/createLogger";
import { isAnswering } from "../../schema/database/isAnswering";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { openDatabase } from "../../schema/database/openDatabase";
import { createProcessNonceMemory, createSharedNonceMemory } from "../../subgraphs/shared/nonceMemory";
import { createSubgraphServer } from "../../subgraphs/shared/startSubgraph";
import { listen } from "../cli/listen";
import { createHubSubgraph } from "../hub/createHubSubgraph";
import { createSubgraphKeys } from "../hub/createSubgraphKeys";
import { commonSettings, parseRedisUrls } from "../settings/commonSettings";
import { optional, readSettings } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import { databaseSetting } from "../stores/storeSettings";
import { connectRedis } from "./connectRedis";
import type { RunningProcess } from "./runningProcess";

const FIRST_PORT = 4011; // telecom; the others follow in their order

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts one subgraph as a server of its own, told everything by its environment. */
export async function startSubgraphProcess(
  environment: Environment,
  name: StoreName,
): Promise<RunningProcess> {
  const { directoryKey, storeKeys, gatewayVerifyKeys } = SECRET_SETTINGS;
  const settings = readSettings(environment, {
    ...commonSettings(FIRST_PORT + STORES.indexOf(name)),
    database: databaseSetting(name),
    redisUrls: optional("REDIS_URL", parseRedisUrls, []),
    directoryKey,
    storeKeys,
    gatewayVerifyKeys,
  });
  const clock = (): Date => new Date();
  const database = openDatabase({ url: settings.database });
  const redis = settings.redisUrls.length === 0 ? null : connectRedis(settings.redisUrls);
  const ownNonces = createProcessNonceMemory(Date.now);
  const app = createSubgraphServer({
    running: await createHubSubgraph(name, { database, keys: createSubgraphKeys(settings), clock }),
    verifyKeys: settings.gatewayVerifyKeys,
    nonces: redis === null ? ownNonces : createSharedNonceMemory(redis, ownNonces),
    clock,
    logger: createLogger(settings.logLevel),
    isReady: () => isAnswering(database),
  });
  const address = await listen(app, settings.host, settings.port);
  return {
    address,
    stop: async () => {
      await app.close();
      redis?.disconnect();
      await database.close();
    },
  };
}
