import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { chinaDay } from "../../../schema/contract/calendar";
import { migrate, STORES } from "../../../schema/database/migrate";
import type { Database } from "../../../schema/database/openDatabase";
import { createMeasureStore, type CarryingSubgraph } from "../../../subgraphs/shared/orders/measureStore";
import { startProgress } from "../../cli/progress";
import { requireBinaries } from "../../services/requireBinaries";
import { startPostgres } from "../../services/startPostgres";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import { openStores } from "../../stores/openStores";
import { createBenchWorld, type BenchWorld } from "./createBenchWorld";
import type { Endings } from "./startPinned";

const SEED = 1;
const CARRYING: readonly CarryingSubgraph[] = ["telecom", "banking"];
const LOOK_AGAIN_MS = 500;
/** As for a server of its own with some gigabytes, so that a world does not grow out of it; tests do with 64 MB. */
const SETTINGS = ["shared_buffers=1GB"];
/** What that takes in pages of 2 MB, with some to spare: `postgres -C shared_memory_size_in_huge_pages` says 540. */
const HUGE_PAGES = 550;

/** Stores with people in them. */
export interface BenchStores {
  readonly world: BenchWorld;
  /** Of the server. */
  readonly pid: number;
  /**
   * Whether what the server's processes share is in pages of 2 MB, as on a server of its own, or of 4 kB, each of which
   * every process has to find once.
   */
  readonly inHugePages: boolean;
  /** Makes up more people, until there are as many. */
  grow(people: number): Promise<void>;
  /** Waits until the subgraphs have looked at everybody who is new, so that they do not while they are measured. */
  settle(): Promise<void>;
}

/** Starts PostgreSQL with a database for each subgraph, told to `environment`; nobody is in them yet. */
export async function startStores(
  environment: Record<string, string>,
  folder: string,
  { reaper, teardown }: Endings,
): Promise<BenchStores> {
  const inHugePages = reaper.setHugePagesAside(HUGE_PAGES);
  const postgres = await startPostgres(reaper, [...SETTINGS, ...(inHugePages ? ["huge_pages=on"] : [])]);
  const run = (program: string, ...more: readonly string[]): Promise<unknown> =>
    promisify(execFile)(join(requireBinaries().postgresFolder, program), [
      ...["-h", "127.0.0.1", "-p", String(postgres.port), "-U", "postgres"],
      ...more,
    ]);
  for (const store of STORES) {
    await run("createdb", store);
    environment[`DATABASE_URL_${store.toUpperCase()}`] = postgres.url(store);
  }
  const stores = openStores(environment, folder);
  teardown.add(() => stores.close());
  for (const store of STORES) await migrate(stores.databases[store], store);
  const keys = readSettings(environment, SECRET_SETTINGS);
  const { world, growTo } = createBenchWorld(stores.databases, keys, { seed: SEED, now: new Date() });
  return {
    world,
    pid: postgres.pid,
    inHugePages,
    async grow(people) {
      const progress = startProgress("people", people);
      await growTo(people, progress.advanceTo);
      progress.finish();
    },
    async settle() {
      while ((await Promise.all(CARRYING.map(name => hasWork(stores.databases[name], name)))).includes(true))
        await pause(LOOK_AGAIN_MS);
      // What PostgreSQL would do by itself some time, and then in the midst of a measurement.
      await run("vacuumdb", "--all", "--analyze", "--quiet");
    },
  };
}

function hasWork({ db }: Database, name: CarryingSubgraph): Promise<boolean> {
  const now = new Date();
  return createMeasureStore(name, db).hasWork(chinaDay(now), now);
}
