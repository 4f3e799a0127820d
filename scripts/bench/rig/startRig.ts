import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { Purpose } from "../../../schema/contract/claims";
import { createTeardown, type Teardown } from "../../hub/createTeardown";
import { createReaper } from "../../services/reaper";
import { startRedis } from "../../services/startRedis";
import { createSecretVariables } from "../../settings/createSecretVariables";
import { BUILT_FOLDER } from "./builtFiles";
import { CORES } from "./cores";
import { createContestants, type ProvingGateways } from "./createContestants";
import { coresOf, keepServerToCores, keepToCores } from "./keepToCores";
import { requireUser } from "./requireUser";
import type { Rig, SubgraphOrigins } from "./rig";
import { runCommand } from "./runCommand";
import { startHub } from "./startHub";
import { startIssuers } from "./startIssuers";
import { startStandIns, type Unsigned } from "./startStandIns";
import { startStores } from "./startStores";
import { startSubgraphs } from "./startSubgraphs";

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
  /** Where those of another rig are counted with its own. */
  readonly ours?: ProvingGateways;
}

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
  const {
    folder,
    resultFolder,
    installPeers,
    profileFolder,
    everyCore,
    ours = { started: 0, proofs: [] },
  } = options;
  mkdirSync(folder, { recursive: true });
  const environment: Record<string, string> = { ...createSecretVariables(), LOG_LEVEL: "error" };
  const reaper = createReaper();
  teardown.add(() => reaper.finish());
  const endings = { teardown, reaper };
  const { world, pid, inHugePages, grow, settle } = await startStores(environment, folder, endings);
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
  const tokens = await startIssuers(environment, folder, teardown);
  const subgraphs = await startSubgraphs(
    { environment, redisUrl: redis.url, folder, profileFolder, endings },
    started => subgraphPids.push(started),
  );
  await settle();
  const headersOf = async (sub: string, purpose: Purpose, reference?: string): Promise<Headers> => ({
    authorization: `Bearer ${await tokens.of(sub)}`,
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
  const contestants = createContestants(
    parts,
    { subgraphs, headersOf, tokenEndingIn: tokens.endingIn },
    ours,
  );
  const others: Rig[] = [];
  // To record the answers of thousands takes minutes: once is enough.
  const recordings = new Map<Unsigned, SubgraphOrigins>();
  return {
    world,
    inHugePages,
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
        ours,
      });
      others.push(another);
      teardown.add(() => another.stop());
      return another;
    },
    folder,
    resultFolder,
    runCommand: (...given) => runCommand(given, environment, reaper),
    startHub: hub => startHub(hub, reaper),
    subgraphs,
    headersOf,
    async emptyRedis() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      return redis.url;
    },
    startRedis: async () => (await startRedis(reaper)).url,
    startContestant: (kind, over, extra) => contestants.start(kind, over, extra),
    async startStandIns(kind, unsigned = "refused") {
      if (kind === "timed") return startStandIns(kind, unsigned, subgraphs, parts);
      const recorded = recordings.get(unsigned) ?? (await startStandIns(kind, unsigned, subgraphs, parts));
      recordings.set(unsigned, recorded);
      return recorded;
    },
    ours,
    async endLeftovers() {
      await Promise.all([contestants.end(), ...others.map(one => one.stop())]);
    },
    stop: () => teardown.close(),
  };
}
