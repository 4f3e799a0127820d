import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { Purpose } from "../../../schema/contract/claims";
import { MAX_VOLUME } from "../../../schema/contract/trustedIssuers";
import { STORES, type StoreName } from "../../../schema/database/migrate";
import { createTeardown, type Teardown } from "../../hub/createTeardown";
import { createIdentitySecrets } from "../../identityProvider/identitySecrets";
import { requestToken } from "../../identityProvider/requestToken";
import { startIdentityProvider } from "../../identityProvider/startIdentityProvider";
import { freePort } from "../../services/freePort";
import { createReaper } from "../../services/reaper";
import { startRedis } from "../../services/startRedis";
import { createSecretVariables } from "../../settings/createSecretVariables";
import { BUILT_FOLDER, COMMAND_LINE } from "./builtFiles";
import { CORES } from "./cores";
import {
  ASKED,
  type ContestantKind,
  type Extra,
  type Rig,
  type StartedContestant,
  type SubgraphOrigins,
} from "./rig";
import { coresOf, keepServerToCores, keepToCores } from "./keepToCores";
import { requireUser } from "./requireUser";
import { proveProduction, type Proof } from "./proveProduction";
import { runCommand } from "./runCommand";
import { startContestant } from "./startContestant";
import { requireAnswer, startPinned, type Endings } from "./startPinned";
import { startStandIns } from "./startStandIns";
import { startStores } from "./startStores";

const INVESTIGATOR = "investigator";

interface RigOptions {
  readonly folder: string;
  readonly resultFolder: string;
  /** Installs the gateways to compare with, the first time that one is needed; tells their folder. */
  readonly installPeers: () => Promise<string>;
  readonly people: number;
  /** All that the benchmark may use, as `coresOf` tells them. */
  readonly everyCore: string;
  /** Contestants and subgraphs write processor profiles there. */
  readonly profileFolder: string | null;
  /** Where those of another rig are kept with its own. */
  readonly proofs?: Proof[];
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
  const { folder, resultFolder, installPeers, profileFolder, everyCore, proofs = [] } = options;
  mkdirSync(folder, { recursive: true });
  const environment: Environment = { ...createSecretVariables(), LOG_LEVEL: "error" };
  const reaper = createReaper();
  teardown.add(() => reaper.finish());
  const endings = { teardown, reaper };
  const { world, pid, grow, settle } = await startStores(environment, folder, endings);
  const redis = await startRedis(reaper);
  const subgraphPids: number[] = [];
  const useCores = (cores: string): void => {
    for (const one of [process.pid, redis.pid, ...subgraphPids]) keepToCores(one, cores);
    keepServerToCores(pid, cores);
  };
  // Nobody is measured while people are made up, which would take twice as long on one core.
  const growOnEveryCore = async (people: number): Promise<void> => {
    const kept = coresOf(process.pid);
    useCores(everyCore);
    await grow(people);
    useCores(kept);
  };
  await growOnEveryCore(options.people);
  const tokenOf = await startIssuers(environment, folder, teardown);
  const subgraphs = await startSubgraphs(
    { environment, redisUrl: redis.url, folder, profileFolder, endings },
    started => subgraphPids.push(started),
  );
  await settle();
  const headersOf = async (sub: string, purpose: Purpose, reference?: string): Promise<Headers> => ({
    authorization: `Bearer ${await tokenOf(sub)}`,
    "duanka-purpose": purpose,
    ...(reference === undefined ? {} : { "duanka-reference": reference }),
  });
  const parts = {
    folder,
    installPeers,
    environment,
    builtFolder: BUILT_FOLDER,
    user: requireUser(INVESTIGATOR),
    world,
    // New ones for each: a token lives for an hour.
    headersOf: () => headersOf(INVESTIGATOR, "CASE", world.caseNumber),
    profileFolder,
    endings,
  };
  const contestants = new Set<StartedContestant>();
  const startOne = async (kind: ContestantKind, over: SubgraphOrigins, extra?: Extra) => {
    const started = await startContestant(parts, kind, over, extra);
    contestants.add(started);
    if (kind !== "duanka") return started;
    const { auditFolder } = started;
    const redisUrl = extra?.redisUrl ?? null;
    const proving = { environment, world, subgraphs, headersOf, auditFolder, redisUrl };
    return proveProduction(started, { ...proving, onProof: proof => void proofs.push(proof) });
  };
  const others: Rig[] = [];
  return {
    world,
    keepOffContestantsCore(isKept) {
      useCores(isKept ? CORES.everythingElse : everyCore);
    },
    async grow(more) {
      await growOnEveryCore(more);
      await settle();
    },
    async startAnother() {
      const another = await startRig({
        ...options,
        folder: join(folder, `another-${others.length + 1}`),
        proofs,
      });
      others.push(another);
      teardown.add(() => another.stop());
      return another;
    },
    folder,
    resultFolder,
    runCommand: (...given) => runCommand(given, environment),
    subgraphs,
    headersOf,
    async emptyRedis() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      return redis.url;
    },
    startRedis: async () => (await startRedis(reaper)).url,
    startContestant: startOne,
    startStandIns: kind => startStandIns(kind, subgraphs, folder, endings),
    proofs,
    async endLeftovers() {
      await Promise.all([...contestants, ...others].map(one => one.stop()));
    },
    stop: () => teardown.close(),
  };
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

/** One token asks for everybody here: as a system would that asks on behalf of many officers. Limits stay on. */
function withVolume(trustedIssuers: string): string {
  const issuers = JSON.parse(trustedIssuers) as Readonly<Record<string, unknown>>[];
  return JSON.stringify(issuers.map(issuer => ({ ...issuer, volume: MAX_VOLUME, freeQueries: true })));
}

interface SubgraphParts {
  readonly environment: Environment;
  readonly redisUrl: string;
  readonly folder: string;
  readonly profileFolder: string | null;
  readonly endings: Endings;
}

async function startSubgraphs(
  parts: SubgraphParts,
  onStart: (pid: number) => void,
): Promise<SubgraphOrigins> {
  const { environment } = parts;
  // Subgraphs ask each other: each has to know the others' addresses before they are there.
  const ports = new Map<StoreName, number>();
  for (const store of STORES) {
    const port = await freePort();
    ports.set(store, port);
    environment[`SUBGRAPH_URL_${store.toUpperCase()}`] = `http://127.0.0.1:${port}`;
  }
  for (const [store, port] of ports) onStart(await startSubgraph(store, port, parts));
  return Object.fromEntries(
    ASKED.map(name => [name, environment[`SUBGRAPH_URL_${name.toUpperCase()}`]]),
  ) as SubgraphOrigins;
}

async function startSubgraph(
  store: StoreName,
  port: number,
  { environment, redisUrl, folder, profileFolder, endings }: SubgraphParts,
): Promise<number> {
  const origin = `http://127.0.0.1:${port}`;
  const { pid } = await startPinned(
    {
      core: CORES.everythingElse,
      script: COMMAND_LINE,
      arguments: ["subgraph", store],
      profileFolder,
      environment: { ...environment, REDIS_URL: redisUrl, PORT: String(port) },
      logFile: join(folder, `${store}.log`),
      ask: () => requireAnswer(`${origin}/readyz`),
    },
    endings,
  );
  return pid;
}
