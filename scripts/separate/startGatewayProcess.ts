import { readFileSync } from "node:fs";
import { createLogger } from "../../gateway/errors/createLogger";
import { createHttpTransport } from "../../gateway/fetch/httpTransport";
import { parseTrustedIssuers } from "../../schema/contract/trustedIssuers";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { openDatabase } from "../../schema/database/openDatabase";
import { listen } from "../cli/listen";
import { createHubCache } from "../hub/createHubCache";
import { createHubGateway, type HubGatewayParts } from "../hub/createHubGateway";
import { createTeardown, type Teardown } from "../hub/createTeardown";
import { openHubAudit } from "../hub/openHubAudit";
import { startRevocations } from "../hub/startRevocations";
import { commonSettings, parseHttpUrl, parseRedisUrls } from "../settings/commonSettings";
import { optional, readSettings, required, type Setting } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import { databaseSetting } from "../stores/storeSettings";
import { createWakeBoard } from "../hub/createWakeBoard";
import { connectRedis } from "./connectRedis";
import { createRedisWakeBoard } from "./createRedisWakeBoard";
import type { RunningProcess } from "./runningProcess";

const DEFAULT_PORT = 4000;

type Environment = Readonly<Record<string, string | undefined>>;

/** What a gateway that shares its port with others knows of them. */
type SharedPort = Pick<HubGatewayParts, "metrics" | "readMetrics" | "workers">;

/** Starts the gateway as a process of its own, told everything by its environment. */
export async function startGatewayProcess(
  environment: Environment,
  shared: SharedPort = {},
): Promise<RunningProcess> {
  const teardown = createTeardown();
  try {
    return await start(readGatewaySettings(environment), teardown, shared);
  } catch (error) {
    await teardown.close().catch(() => undefined); // the first error is the one to be told
    throw error;
  }
}

function readGatewaySettings(environment: Environment) {
  const { identityPepper, gatewaySigningKey, auditSigningKey, cacheKeys, cacheNameKey } = SECRET_SETTINGS;
  return readSettings(environment, {
    ...commonSettings(DEFAULT_PORT),
    identityPepper,
    gatewaySigningKey,
    auditSigningKey,
    cacheKeys,
    cacheNameKey,
    redisUrls: optional("REDIS_URL", parseRedisUrls, []),
    trustedIssuers: required("TRUSTED_ISSUERS", readTrustedIssuers),
    auditDirectory: required("AUDIT_DIR", String),
    auditDatabase: databaseSetting("audit"),
    telecom: subgraphUrl("telecom"),
    banking: subgraphUrl("banking"),
    police: subgraphUrl("police"),
    audit: subgraphUrl("audit"),
  });
}

async function start(
  settings: ReturnType<typeof readGatewaySettings>,
  teardown: Teardown,
  shared: SharedPort,
): Promise<RunningProcess> {
  const clock = (): Date => new Date();
  const logger = createLogger(settings.logLevel);
  const database = openDatabase({ url: settings.auditDatabase });
  teardown.add(() => database.close());
  const revocations = await startRevocations(database, clock);
  teardown.add(() => revocations.stop());
  const urls = new Map(STORES.map(name => [name as string, endpointOf(settings[name])]));
  const transport = createHttpTransport({ urls, clock, signingKey: settings.gatewaySigningKey });
  teardown.add(() => transport.close?.());
  const { audit, raise, close } = await openHubAudit({
    directory: settings.auditDirectory,
    signingKey: settings.auditSigningKey,
    transport,
    clock,
    logger,
  });
  teardown.add(close);
  // Without a Redis there is nothing that subgraphs in other processes could be told to forget from.
  const redis = settings.redisUrls.length === 0 ? null : connectRedis(settings.redisUrls);
  teardown.add(() => redis?.disconnect());
  const gateway = await createHubGateway({
    ...shared,
    // Closed here and not by the gateway: the last access records are handed over after the last answer.
    transport: { send: request => transport.send(request) },
    board: redis === null ? createWakeBoard() : createRedisWakeBoard(redis, teardown),
    audit,
    ...(redis === null ? {} : { cache: createHubCache({ ...settings, redis, clock }) }),
    raise,
    identityPepper: settings.identityPepper,
    trustedIssuers: settings.trustedIssuers,
    revocations,
    redis,
    clock,
    logger,
  });
  teardown.add(() => gateway.close());
  const address = await listen(gateway.app, settings.host, settings.port);
  return {
    address,
    stop: () => {
      gateway.stopTaking();
      return teardown.close();
    },
  };
}

function subgraphUrl(name: StoreName): Setting<string> {
  return required(`SUBGRAPH_URL_${name.toUpperCase()}`, parseHttpUrl);
}

/** A subgraph is named by its server's address; what it answers on is known. */
function endpointOf(url: string): string {
  return new URL("/graphql", url).href;
}

function readTrustedIssuers(file: string): string {
  const text = readText(file);
  parseTrustedIssuers(text); // said now, with the variable's name, rather than later
  return text;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error("must be the path of a readable JSON file");
  }
}
