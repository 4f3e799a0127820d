import { Redis } from "ioredis";
import { setTimeout as pause } from "node:timers/promises";
import type { Reaper } from "../../../../scripts/services/reaper";
import { startRedis, type RedisServer } from "../../../../scripts/services/startRedis";

const SLOTS = 16_384;
const START_LIMIT_MS = 20_000;

/** Three masters that share the slots among them, without replicas. */
export async function startCluster(reaper: Reaper): Promise<readonly RedisServer[]> {
  const settings = [
    "--cluster-enabled",
    "yes",
    "--cluster-node-timeout",
    "1000",
    // A master that is gone takes its own entities with it, and no others.
    "--cluster-require-full-coverage",
    "no",
  ];
  const servers = await Promise.all([1, 2, 3].map(() => startRedis(reaper, { settings })));
  const nodes = servers.map(({ url }) => new Redis(url));
  await Promise.all(
    nodes.map((node, index) =>
      node.cluster(
        "ADDSLOTSRANGE",
        Math.floor((index * SLOTS) / 3),
        Math.floor(((index + 1) * SLOTS) / 3) - 1,
      ),
    ),
  );
  for (const { port } of servers.slice(1)) await nodes[0]?.cluster("MEET", "127.0.0.1", port);
  const endsAt = performance.now() + START_LIMIT_MS;
  const isWhole = async (node: Redis) => {
    const info = await node.cluster("INFO");
    return (
      info.includes("cluster_state:ok") &&
      info.includes("cluster_known_nodes:3") &&
      info.includes("cluster_size:3")
    );
  };
  while (!(await Promise.all(nodes.map(isWhole))).every(Boolean)) {
    if (performance.now() > endsAt) throw new Error("the cluster does not come together");
    await pause(100);
  }
  nodes.forEach(node => node.disconnect());
  return servers;
}
