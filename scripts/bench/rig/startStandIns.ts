import { join } from "node:path";
import { freePort } from "../../services/freePort";
import { CORES } from "./cores";
import { peerClaims, type PeerParts } from "./describePeer";
import { ASKED, type SubgraphOrigins } from "./rig";
import { requireAnswer, startPinned, type Endings } from "./startPinned";

/** `recorded` answers out of memory what the real ones have answered once, `timed` passes on and takes the time. */
export type StandInKind = "recorded" | "timed";
/** What becomes of a question that is not signed: our gateway without what secures it has its own signed for it. */
export type Unsigned = "refused" | "signed for";

interface StandInParts extends PeerParts {
  readonly endings: Endings;
}

/** Starts a process that stands in for the subgraphs. */
export async function startStandIns(
  kind: StandInKind,
  unsigned: Unsigned,
  real: SubgraphOrigins,
  { folder, environment, user, world, endings }: StandInParts,
): Promise<SubgraphOrigins> {
  const places = await Promise.all(ASKED.map(async name => ({ name, port: await freePort() })));
  const origins = places.map(({ name, port }) => [name, `http://127.0.0.1:${port}`] as const);
  await startPinned(
    {
      core: CORES.everythingElse,
      script: join(__dirname, `${kind}Subgraphs.js`),
      arguments: places.map(({ name, port }) => `${name}=${port}=${real[name]}`),
      environment: {
        ...environment,
        ...(unsigned === "refused" ? {} : { BENCH_CLAIMS: JSON.stringify(peerClaims(user, world)) }),
      },
      logFile: join(folder, `${kind}-${places[0]?.port}.log`),
      ask: () => Promise.all(origins.map(([, origin]) => requireAnswer(origin))),
    },
    endings,
  );
  return Object.fromEntries(origins) as SubgraphOrigins;
}
