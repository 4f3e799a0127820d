import { compareDossiers, describeResults } from "./compareDossiers";
import type { Workload } from "./workload";

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
    const options = {
      over: rig.subgraphs,
      documents: all.slice(apart),
      warmUpDocuments: all.slice(0, apart),
      connections: CONNECTIONS,
    };
    const results = await compareDossiers(rig, ["duanka", "apollo", "hive", "fanout"], options, scale, tell);
    const { duanka, apollo, hive } = results;
    const detail = describeResults(results);
    const row = { workload: this.name, detail };
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
    ];
  },
};
