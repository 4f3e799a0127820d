import { spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "./freePort";
import type { Reaper } from "./reaper";
import { requireBinaries } from "./requireBinaries";
import { untilReady } from "./untilReady";

export interface RedisServer {
  readonly port: number;
  readonly pid: number;
  readonly url: string;
}

export interface RedisOptions {
  /** The port of a server that was stopped, to start it anew in the same place. */
  readonly port?: number;
  /** More settings, as on Redis's command line: `["--maxmemory", "2mb"]`. */
  readonly settings?: readonly string[];
}

/** One new Redis without persistence on a free port of the loopback interface. */
export async function startRedis(reaper: Reaper, options: RedisOptions = {}): Promise<RedisServer> {
  const { redisServer } = requireBinaries();
  const folder = reaper.folder("redis");
  const port = options.port ?? (await freePort());
  const logFile = join(folder, "log");
  const log = openSync(logFile, "a");
  const settings = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const child = spawn(redisServer, [...settings, ...(options.settings ?? [])], {
    cwd: folder,
    detached: true, // a Ctrl-C for the run is not for the server: the reaper stops it
    stdio: ["ignore", log, log],
  });
  reaper.watch(child);
  await untilReady(
    child,
    () => ask(port, options.settings ?? []),
    () => readFileSync(logFile, "utf8"),
  );
  child.unref();
  return { port, pid: child.pid ?? 0, url: `redis://127.0.0.1:${port}` };
}

async function ask(port: number, settings: readonly string[]): Promise<void> {
  const password = settings[settings.indexOf("--requirepass") + 1];
  const client = new Redis({
    host: "127.0.0.1",
    port,
    lazyConnect: true,
    retryStrategy: () => null,
    ...(settings.includes("--requirepass") ? { password } : {}),
  });
  client.on("error", () => {}); // said again by the rejected promise below
  await client.connect();
  await client.ping();
  await client.quit();
}
