import type { Rig } from "../rig/rig";
import { compareDossiers, describeResults } from "./compareDossiers";
import { RECORDED_PEOPLE } from "./dossierBodies";
import { overRecorded } from "./overRecorded";
import type { BenchRow, BenchScale, Workload } from "./workload";

const CONNECTIONS = 16;
/**
 * Each gateway goes through them by itself: asked for again while what is kept of them is still there (60 s, turns of the
 * other gateway in between) and no longer what was said of the purpose (5 s), up to 400 dossiers/s. With more, most of
 * what is measured is the filling of Redis, which has a core with all others.
 */
const CACHED_PEOPLE = 2_000;

/** What the gateway's share of security costs: itself, beside a gateway of the same parts without it. */
export const SECURITY: Workload = {
  name: "security",
  about: "with authentication, authorization, signatures, sealing and access records, beside without them",
  async run(rig, scale, tell) {
    const compare = (what: string, cached: boolean): Promise<BenchRow> =>
      compareWithBare(rig, scale, { what, cached }, line => tell(`${what}, ${line}`));
    return [
      await compare("dossiers/s, every fetch made : without security", false),
      await compare("dossiers/s, out of Redis : without security", true),
    ];
  },
};

async function compareWithBare(
  rig: Rig,
  scale: BenchScale,
  { what, cached }: { readonly what: string; readonly cached: boolean },
  tell: (line: string) => void,
): Promise<BenchRow> {
  const documents = rig.world.documents.slice(0, cached ? CACHED_PEOPLE : RECORDED_PEOPLE);
  const options = { ...(await overRecorded(rig)), documents, connections: CONNECTIONS, cached };
  const { duanka, bare } = await compareDossiers(rig, ["duanka", "bare"], options, scale, tell);
  return {
    workload: SECURITY.name,
    what,
    figure: duanka.requestsPerSecond / bare.requestsPerSecond,
    target: { least: 0.8 },
    detail: `each person again after ${(documents.length / duanka.requestsPerSecond).toFixed(1)} s · ${describeResults({ duanka, bare })}`,
  };
}
