import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Purpose } from "../../../schema/contract/claims";
import { MAX_VOLUME } from "../../../schema/contract/trustedIssuers";
import { migrate, STORES, type StoreName } from "../../../schema/database/migrate";
import { createTeardown, type Teardown } from "../../hub/createTeardown";
import { DEMO_USERS, type DemoUser } from "../../identityProvider/demoUsers";
import { createIdentitySecrets } from "../../identityProvider/identitySecrets";
import { requestToken } from "../../identityProvider/requestToken";
import { startIdentityProvider } from "../../identityProvider/startIdentityProvider";
import { freePort } from "../../services/freePort";
import { createReaper, type Reaper } from "../../services/reaper";
import { requireBinaries } from "../../services/requireBinaries";
import { startPostgres } from "../../services/startPostgres";
import { startRedis } from "../../services/startRedis";
import { createSecretVariables } from "../../settings/createSecretVariables";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import { openStores } from "../../stores/openStores";
import { BUILT_FOLDER, COMMAND_LINE } from "./builtFiles";
import { CORES } from "./cores";
import { ASKED, type Rig, type SubgraphOrigins } from "./rig";
import { runCommand } from "./runCommand";
import { seedBenchWorld, type BenchWorld } from "./seedBenchWorld";
import { startContestant } from "./startContestant";
import { requireAnswer, startPinned } from "./startPinned";
import { startRecorded } from "./startRecorded";

const SEED = 1;
const INVESTIGATOR = "investigator";

interface RigOptions {
  readonly folder: string;
  readonly peersFolder: string;
  readonly people: number;
  /** Contestants write processor profiles there. */
  readonly profileFolder: string | null;
  readonly onProgress: (people: number) => void;
}

type Environment = Record<string, string>;
type Headers = Readonly<Record<string, string>>;

/** Starts PostgreSQL, makes up the people, starts the subgraphs as processes. Linux only: cores and /proc. */
export async function startRig(options: RigOptions): Promise<Rig> {
  const teardown = createTeardown();
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.close();
    throw error;
  }
}

async function start(options: RigOptions, teardown: Teardown): Promise<Rig> {
  const { folder, peersFolder, profileFolder } = options;
  mkdirSync(folder, { recursive: true });
  const environment: Environment = { ...createSecretVariables(), LOG_LEVEL: "error" };
  const reaper = createReaper();
  teardown.add(() => reaper.finish());
  await createStores(environment, reaper);
  const world = await fill(environment, options);
  const tokenOf = await startIssuers(environment, folder, teardown);
  // Subgraphs ask each other: each has to know the others' addresses before they are there.
  const ports = new Map<StoreName, number>();
  for (const store of STORES) {
    const port = await freePort();
    ports.set(store, port);
    environment[`SUBGRAPH_URL_${store.toUpperCase()}`] = `http://127.0.0.1:${port}`;
  }
  for (const [store, port] of ports) await startSubgraph(store, port, environment, folder, teardown);
  const headersOf = async (sub: string, purpose: Purpose, reference?: string): Promise<Headers> => ({
    authorization: `Bearer ${await tokenOf(sub)}`,
    "duanka-purpose": purpose,
    ...(reference === undefined ? {} : { "duanka-reference": reference }),
  });
  const headers = await headersOf(INVESTIGATOR, "CASE", world.caseNumber);
  const subgraphs = Object.fromEntries(
    ASKED.map(name => [name, environment[`SUBGRAPH_URL_${name.toUpperCase()}`]]),
  ) as SubgraphOrigins;
  const parts = {
    folder,
    peersFolder,
    environment,
    builtFolder: BUILT_FOLDER,
    user: requireUser(INVESTIGATOR),
    world,
    headers,
    profileFolder,
    teardown,
  };
  return {
    world,
    folder,
    runCommand: (...given) => runCommand(given, environment),
    subgraphs,
    headersOf,
    startRedis: async () => (await startRedis(reaper)).url,
    startContestant: (kind, over, extra) => startContestant(parts, kind, over, extra),
    startRecorded: () => startRecorded(subgraphs, folder, teardown),
    stop: () => teardown.close(),
  };
}

async function createStores(environment: Environment, reaper: Reaper): Promise<void> {
  const postgres = await startPostgres(reaper);
  const createdb = join(requireBinaries().postgresFolder, "createdb");
  for (const store of STORES) {
    execFileSync(createdb, ["-h", "127.0.0.1", "-p", String(postgres.port), "-U", "postgres", store]);
    environment[`DATABASE_URL_${store.toUpperCase()}`] = postgres.url(store);
  }
}

async function fill(
  environment: Environment,
  { folder, people, onProgress }: RigOptions,
): Promise<BenchWorld> {
  const stores = openStores(environment, folder);
  try {
    for (const store of STORES) await migrate(stores.databases[store], store);
    const settings = { people, seed: SEED, now: new Date() };
    return await seedBenchWorld(
      stores.databases,
      readSettings(environment, SECRET_SETTINGS),
      settings,
      onProgress,
    );
  } finally {
    await stores.close();
  }
}

/** Real issuers; answers tokens of the demo users. */
async function startIssuers(
  environment: Environment,
  folder: string,
  teardown: Teardown,
): Promise<(sub: string) => Promise<string>> {
  const secrets = createIdentitySecrets();
  const provider = await startIdentityProvider({ port: 0, secrets, personToken: null, redirectUris: [] });
  teardown.add(() => provider.close());
  environment.TRUSTED_ISSUERS = join(folder, "issuers.json");
  writeFileSync(environment.TRUSTED_ISSUERS, withVolume(provider.trustedIssuers));
  return async sub =>
    (await requestToken(provider.origin, requireUser(sub), secrets.clientSecrets[sub] ?? "")).token;
}

function requireUser(sub: string): DemoUser {
  const user = DEMO_USERS.find(one => one.sub === sub);
  if (user === undefined) throw new Error(`${sub} is no demo user`);
  return user;
}

/** One token asks for everybody here: as a system would that asks on behalf of many officers. Limits stay on. */
function withVolume(trustedIssuers: string): string {
  const issuers = JSON.parse(trustedIssuers) as Readonly<Record<string, unknown>>[];
  return JSON.stringify(issuers.map(issuer => ({ ...issuer, volume: MAX_VOLUME, freeQueries: true })));
}

async function startSubgraph(
  store: StoreName,
  port: number,
  environment: Environment,
  folder: string,
  teardown: Teardown,
): Promise<void> {
  const origin = `http://127.0.0.1:${port}`;
  const running = await startPinned({
    core: CORES.everythingElse,
    script: COMMAND_LINE,
    arguments: ["subgraph", store],
    environment: { ...environment, PORT: String(port) },
    logFile: join(folder, `${store}.log`),
    ask: () => requireAnswer(`${origin}/readyz`),
  });
  teardown.add(() => running.stop());
}
