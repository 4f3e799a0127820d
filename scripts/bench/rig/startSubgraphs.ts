import { join } from "node:path";
import { STORES, type StoreName } from "../../../schema/database/migrate";
import { freePort } from "../../services/freePort";
import { COMMAND_LINE } from "./builtFiles";
import { CORES } from "./cores";
import { ASKED, type SubgraphOrigins } from "./rig";
import { requireAnswer, startPinned, type Endings } from "./startPinned";

interface SubgraphParts {
  readonly environment: Record<string, string>;
  readonly redisUrl: string;
  readonly folder: string;
  readonly profileFolder: string | null;
  readonly endings: Endings;
}

/** Starts all subgraphs as processes, their addresses told to `environment`; answers those that a dossier asks. */
export async function startSubgraphs(
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
