import { execFileSync, spawn } from "node:child_process";
import { chownSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAnswering } from "../../schema/database/isAnswering";
import { openDatabase } from "../../schema/database/openDatabase";
import { freePort } from "./freePort";
import type { Reaper } from "./reaper";
import { requireBinaries } from "./requireBinaries";
import { untilReady } from "./untilReady";

export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  /** Address of a database on this server. */
  url(database: string): string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const USER = "postgres";
// A test database may be lost at any moment: durability would only cost time.
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "shared_buffers=64MB",
  "huge_pages=off", // others may have set them aside for themselves
  "max_connections=200", // several test files at once, each with pools of its own
  "listen_addresses=127.0.0.1",
  "timezone=UTC",
];

/**
 * One new PostgreSQL cluster on a free port of the loopback interface, trusting everybody there. `more` settings, as in
 * `shared_buffers=1GB`, stand in place of the usual ones.
 */
export async function startPostgres(reaper: Reaper, more: readonly string[] = []): Promise<PostgresServer> {
  const { postgresFolder } = requireBinaries();
  const account = serverAccount();
  const folder = reaper.folder("postgres");
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  execFileSync(
    join(postgresFolder, "initdb"),
    ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    {
      ...account,
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const port = await freePort();
  const logFile = join(folder, "log");
  const log = openSync(logFile, "a");
  const own = [`port=${port}`, `unix_socket_directories=${folder}`];
  const settings = [...SETTINGS, ...more, ...own].flatMap(setting => ["-c", setting]); // the last one counts
  const child = spawn(join(postgresFolder, "postgres"), ["-D", data, ...settings], {
    ...account,
    cwd: folder,
    detached: true, // a Ctrl-C for the run is not for the server: the reaper stops it
    stdio: ["ignore", log, log],
  });
  reaper.watch(child, "SIGINT"); // PostgreSQL's fast shutdown
  const url = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  await untilReady(
    child,
    () => ask(url(USER)),
    () => readFileSync(logFile, "utf8"),
  );
  child.unref();
  return { port, pid: child.pid ?? 0, url };
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made for it. */
function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number =>
    Number(execFileSync("id", [flag, USER], { encoding: "utf8" }).trim());
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function ask(url: string): Promise<void> {
  const database = openDatabase({ url });
  try {
    if (!(await isAnswering(database))) throw new Error("PostgreSQL does not answer.");
  } finally {
    await database.close();
  }
}
