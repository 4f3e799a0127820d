import { Registry } from "prom-client";
import { createGatewayMetrics } from "../../gateway/http/gatewayMetrics";
import { SUBGRAPH_METRICS } from "../../subgraphs/shared/orders/restorationMetrics";
import type { KeyObject } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { Gateway } from "../../gateway/gatewayParts";
import type { Clock } from "../../schema/contract/clock";
import { parseIdentityDocument } from "../../schema/contract/identityDocument";
import type { StoreKeys } from "../../schema/contract/sealing";
import { createTokeniser } from "../../schema/contract/tokens";
import { migrate, STORES } from "../../schema/database/migrate";
import { explainListenError, listen, requireFreePort } from "../cli/listen";
import { createHubCache } from "../hub/createHubCache";
import { createHubGateway } from "../hub/createHubGateway";
import { createHubKeys } from "../hub/createHubKeys";
import { openHubAudit } from "../hub/openHubAudit";
import { createTeardown, type Teardown } from "../hub/createTeardown";
import { startRevocations } from "../hub/startRevocations";
import { startIdentityProvider, type IdentityProvider } from "../identityProvider/startIdentityProvider";
import { namedPeople } from "../seed/namedPeople";
import type { NamedPeople, WorldDocument } from "../seed/worldModel";
import { connectRedis } from "../separate/connectRedis";
import { readSettings } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import type { EmbeddedStores, OpenStores } from "../stores/openStores";
import type { SeedKeys } from "../stores/seedStores";
import { AUDIT_FOLDER } from "./dataFolder";
import { loadEmbeddedSecrets, type EmbeddedSecrets } from "./embeddedSecrets";
import { ensureSeededWorld } from "./ensureSeededWorld";
import { announceHub, withdrawHub } from "./runningHub";
import { startSubgraphs } from "./startSubgraphs";

const HOST = "127.0.0.1"; // demo users and their tokens are for this machine alone

export interface EmbeddedOptions {
  /** The data folder. */
  readonly folder: string;
  /** As `openEmbeddedStores` opens them in that folder; closed with the hub, and where it does not start. */
  readonly stores: EmbeddedStores;
  /** Of the gateway; 0 for any free one. */
  readonly port: number;
  /** Of the identity provider; 0 for any free one, which makes older tokens void. */
  readonly identityPort: number;
  /** The made-up world of a first start. */
  readonly people: number;
  readonly seed: number;
  /** Where the cache is, if not in this process. */
  readonly redisUrls?: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onProgress?: (people: number) => void;
  /** Stands in the way to the subgraphs and sees all that they are asked. */
  readonly watch?: (transport: SubgraphTransport) => SubgraphTransport;
}

/** A hub that answers. */
export interface EmbeddedHub {
  /** Address of the gateway. */
  readonly gateway: string;
  /** Address of the identity provider. */
  readonly identityProvider: string;
  /** The people whom stories and tests call by a name. */
  readonly people: NamedPeople;
  readonly secrets: EmbeddedSecrets;
  readonly stores: OpenStores["databases"];
  close(): Promise<void>;
}

/** Starts the whole hub in this process: stores, made-up people, subgraphs, identity provider, gateway. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedHub> {
  const teardown = createTeardown();
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.close().catch(() => undefined); // the first error is the one to be told
    throw error;
  }
}

async function start(options: EmbeddedOptions, teardown: Teardown): Promise<EmbeddedHub> {
  const { folder, stores, port, identityPort } = options;
  teardown.add(() => stores.close());
  // After the lock: another start on the same data is told as such, not as a taken port.
  for (const taken of [port, identityPort]) await requireFreePort(HOST, taken);
  const secrets = loadEmbeddedSecrets(folder);
  const keys = readSettings(secrets.variables, SECRET_SETTINGS);
  const { databases } = stores;
  await stores.open();
  for (const store of STORES) await migrate(databases[store], store);
  const people = await seedPeople(options, databases, keys);

  const identityProvider = await startProvider(options, {
    secrets: secrets.identity,
    personToken: tokenOf(people.ringMember.document, keys.identityPepper),
    redirectUris: port === 0 ? [] : redirectsFor(port),
  });
  teardown.add(() => identityProvider.close());

  const gateway = await startGateway(options, { databases, keys, identityProvider }, teardown);
  const address = await listen(gateway.app, HOST, port);
  announceHub(folder, { pid: process.pid, gateway: address, identityProvider: identityProvider.origin });
  teardown.add(() => withdrawHub(folder));
  return {
    gateway: address,
    identityProvider: identityProvider.origin,
    people,
    secrets,
    stores: databases,
    close: () => {
      gateway.stopTaking();
      return teardown.close();
    },
  };
}

interface GatewayNeeds {
  readonly databases: OpenStores["databases"];
  readonly keys: SeedKeys & {
    readonly auditSigningKey: KeyObject;
    readonly informantPublicKey: KeyObject;
    readonly cacheKeys: StoreKeys;
    readonly cacheNameKey: Buffer;
  };
  readonly identityProvider: IdentityProvider;
}

async function startGateway(
  { folder, redisUrls, clock, logger, watch = transport => transport }: EmbeddedOptions,
  { databases, keys, identityProvider }: GatewayNeeds,
  teardown: Teardown,
): Promise<Gateway> {
  const revocations = await startRevocations(databases.audit, clock);
  teardown.add(() => revocations.stop());
  const subgraphKeys = createHubKeys(keys);
  const redis = redisUrls === undefined ? null : connectRedis(redisUrls);
  teardown.add(() => redis?.disconnect());
  const cache = createHubCache({ ...keys, redis, clock });
  const running = await startSubgraphs({ databases, keys: subgraphKeys, cache, clock, logger }, teardown);
  const transport = watch(running.transport);
  const directory = join(folder, AUDIT_FOLDER);
  const { audit, raise, close } = await openHubAudit({
    directory,
    signingKey: keys.auditSigningKey,
    transport,
    clock,
    logger,
  });
  teardown.add(close);
  const metrics = createGatewayMetrics();
  const gateway = await createHubGateway({
    // The subgraphs are in this process, so their figures are told along with the gateway's own.
    metrics,
    readMetrics: () => Registry.merge([metrics.registry, SUBGRAPH_METRICS]).metrics(),
    transport,
    board: running.board,
    audit,
    cache,
    raise,
    identityPepper: keys.identityPepper,
    trustedIssuers: identityProvider.trustedIssuers,
    revocations,
    redis,
    introspection: true,
    development: true,
    clock,
    logger,
  });
  teardown.add(() => gateway.close());
  return gateway;
}

async function seedPeople(
  { folder, people, seed, clock, onProgress }: EmbeddedOptions,
  stores: OpenStores["databases"],
  keys: SeedKeys,
): Promise<NamedPeople> {
  const settings = { people, seed, now: clock(), ...(onProgress === undefined ? {} : { onProgress }) };
  const world = await ensureSeededWorld(folder, stores, keys, settings);
  return namedPeople({ seed: world.seed, now: new Date(world.seededAt) });
}

async function startProvider(
  { identityPort }: EmbeddedOptions,
  parts: Omit<Parameters<typeof startIdentityProvider>[0], "port">,
): Promise<IdentityProvider> {
  try {
    return await startIdentityProvider({ ...parts, port: identityPort });
  } catch (error) {
    throw explainListenError(error, identityPort);
  }
}

/** A browser may know this machine by either name. */
function redirectsFor(port: number): string[] {
  return [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`];
}

function tokenOf({ type, number, issuingCountry }: WorldDocument, pepper: Buffer): string {
  return createTokeniser(pepper)(
    parseIdentityDocument({ type, number, issuingCountry: issuingCountry ?? null }),
  );
}
