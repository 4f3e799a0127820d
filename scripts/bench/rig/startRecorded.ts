import { join } from "node:path";
import type { Teardown } from "../../hub/createTeardown";
import { freePort } from "../../services/freePort";
import { CORES } from "./cores";
import { ASKED, type SubgraphOrigins } from "./rig";
import { requireAnswer, startPinned } from "./startPinned";

const RECORDED = join(__dirname, "recordedSubgraphs.js");

/** Starts subgraphs that answer out of memory what the real ones have answered once. */
export async function startRecorded(
  real: SubgraphOrigins,
  folder: string,
  teardown: Teardown,
): Promise<SubgraphOrigins> {
  const places = await Promise.all(ASKED.map(async name => ({ name, port: await freePort() })));
  const origins = places.map(({ name, port }) => [name, `http://127.0.0.1:${port}`] as const);
  const running = await startPinned({
    core: CORES.everythingElse,
    script: RECORDED,
    arguments: places.map(({ name, port }) => `${port}=${real[name]}`),
    environment: {},
    logFile: join(folder, "recorded.log"),
    ask: () => Promise.all(origins.map(([, origin]) => requireAnswer(origin))),
  });
  teardown.add(() => running.stop());
  return Object.fromEntries(origins) as SubgraphOrigins;
}
