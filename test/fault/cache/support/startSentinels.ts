import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "../../../../scripts/services/freePort";
import type { Reaper } from "../../../../scripts/services/reaper";
import { requireBinaries } from "../../../../scripts/services/requireBinaries";
import { startRedis, type RedisServer } from "../../../../scripts/services/startRedis";
import { untilReady } from "../../../../scripts/services/untilReady";

/** A master, its replica, and a sentinel that watches over them. */
export interface WatchedRedis {
  readonly url: string;
  readonly master: RedisServer;
  readonly replica: RedisServer;
  /** Ports of the master that the sentinel names now. */
  masterPort(): Promise<number>;
  close(): void;
}

const NAME = "cache";

/** Starts them; the sentinel alone decides, and soon. */
export async function startSentinels(reaper: Reaper): Promise<WatchedRedis> {
  const master = await startRedis(reaper);
  const replica = await startRedis(reaper, {
    settings: ["--replicaof", `127.0.0.1 ${master.port}`, "--repl-diskless-sync-delay", "0"],
  });
  const port = await freePort();
  const file = join(reaper.folder("sentinel"), "sentinel.conf");
  writeFileSync(
    file,
    [
      `port ${port}`,
      "bind 127.0.0.1",
      `sentinel monitor ${NAME} 127.0.0.1 ${master.port} 1`,
      `sentinel down-after-milliseconds ${NAME} 500`,
      `sentinel failover-timeout ${NAME} 3000`,
      "",
    ].join("\n"),
  );
  const child = spawn(requireBinaries().redisServer, [file, "--sentinel"], {
    detached: true,
    stdio: "ignore",
  });
  reaper.watch(child);
  const sentinel = new Redis({
    host: "127.0.0.1",
    port,
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
  });
  sentinel.on("error", () => undefined);
  await untilReady(
    child,
    async () => {
      // Before it knows of the replica it could promote none.
      const replicas = (await sentinel.call("SENTINEL", "replicas", NAME)) as unknown[];
      if (replicas.length === 0) throw new Error("the sentinel knows of no replica yet");
    },
    () => "",
  );
  child.unref();
  return {
    url: `sentinel://127.0.0.1:${port}/${NAME}`,
    master,
    replica,
    masterPort: async () =>
      Number(((await sentinel.call("SENTINEL", "get-master-addr-by-name", NAME)) as string[])[1]),
    close() {
      sentinel.disconnect();
      for (const pid of [child.pid, master.pid, replica.pid])
        if (pid !== undefined) process.kill(pid, "SIGKILL");
    },
  };
}
