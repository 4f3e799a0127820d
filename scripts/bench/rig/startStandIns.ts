import { join } from "node:path";
import { freePort } from "../../services/freePort";
import { CORES } from "./cores";
import { ASKED, type SubgraphOrigins } from "./rig";
import { requireAnswer, startPinned, type Endings } from "./startPinned";

/** `recorded` answers out of memory what the real ones have answered once, `timed` passes on and takes the time. */
export type StandInKind = "recorded" | "timed";

/** Starts a process that stands in for the subgraphs. */
export async function startStandIns(
  kind: StandInKind,
  real: SubgraphOrigins,
  { folder, signingKey }: { readonly folder: string; readonly signingKey: string },
  endings: Endings,
): Promise<SubgraphOrigins> {
  const places = await Promise.all(ASKED.map(async name => ({ name, port: await freePort() })));
  const origins = places.map(({ name, port }) => [name, `http://127.0.0.1:${port}`] as const);
  await startPinned(
    {
      core: CORES.everythingElse,
      script: join(__dirname, `${kind}Subgraphs.js`),
      arguments: places.map(({ name, port }) => `${port}=${real[name]}`),
      environment: { GATEWAY_SIGNING_KEY: signingKey },
      logFile: join(folder, `${kind}.log`),
      ask: () => Promise.all(origins.map(([, origin]) => requireAnswer(origin))),
    },
    endings,
  );
  return Object.fromEntries(origins) as SubgraphOrigins;
}
