import type { Rig } from "../rig/rig";
import { compareDossiers, describeResults } from "./compareDossiers";
import { RECORDED_PEOPLE } from "./dossierBodies";
import { overRecorded } from "./overRecorded";
import type { BenchRow, BenchScale, Workload } from "./workload";

const CONNECTIONS = 16;
/** Of the people, those who are asked for while warming up, and not again. */
const WARM_UP_SHARE = 0.05;

/** The dossier of many people, none of them asked for before, with real stores behind it. */
export const DOSSIER_COLD: Workload = {
  name: "dossier-cold",
  about: "every person once, no cache, PostgreSQL behind the subgraphs",
  async run(rig, scale, tell) {
    const all = rig.world.documents;
    const apart = Math.ceil(all.length * WARM_UP_SHARE);
    let isAgain = false as boolean;
    const options = {
      over: rig.subgraphs,
      documents: all.slice(apart),
      warmUpDocuments: all.slice(0, apart),
      connections: CONNECTIONS,
      onAgain: () => (isAgain = true),
    };
    const results = await compareDossiers(rig, ["duanka", "apollo", "hive", "fanout"], options, scale, tell);
    const { duanka, apollo, hive, fanout } = results;
    const asked = isAgain
      ? "people were asked for more than once: give more --people"
      : "nobody was asked for twice";
    const row = { workload: this.name, detail: `${asked} · ${describeResults(results)}` };
    return [
      {
        ...row,
        what: "gateway CPU per dossier : @apollo/gateway's",
        figure: duanka.cpuMsPerRequest / apollo.cpuMsPerRequest,
        target: { most: 0.4 },
      },
      {
        ...row,
        what: "gateway CPU per dossier : Hive Gateway's",
        figure: duanka.cpuMsPerRequest / hive.cpuMsPerRequest,
        target: { most: 0.7 },
      },
      {
        ...row,
        what: "dossiers/s : the better of both",
        figure: duanka.requestsPerSecond / Math.max(apollo.requestsPerSecond, hive.requestsPerSecond),
        target: { least: 1 },
      },
      {
        ...row,
        what: "dossiers/s : a fan-out's by hand",
        figure: duanka.requestsPerSecond / fanout.requestsPerSecond,
        target: null,
      },
      await measureLimit(rig, Math.ceil(duanka.requestsPerSecond), scale, tell),
    ];
  },
};

/** How far the gateway's processor time could go: at the pace of the cold run, without anything that secures it. */
async function measureLimit(
  rig: Rig,
  perSecond: number,
  scale: BenchScale,
  tell: (line: string) => void,
): Promise<BenchRow> {
  const options = {
    ...(await overRecorded(rig)),
    documents: rig.world.documents.slice(0, RECORDED_PEOPLE),
    connections: CONNECTIONS,
    perSecond,
  };
  const results = await compareDossiers(rig, ["bare", "apollo"], options, scale, line =>
    tell(`how far it could go, ${line}`),
  );
  const { bare, apollo } = results;
  return {
    workload: DOSSIER_COLD.name,
    what: "gateway CPU : @apollo/gateway's, without what secures it, out of memory, as often",
    figure: bare.cpuMsPerRequest / apollo.cpuMsPerRequest,
    target: null,
    detail: describeResults(results),
  };
}
