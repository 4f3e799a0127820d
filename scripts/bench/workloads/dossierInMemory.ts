import { compareDossiers, describeResults } from "./compareDossiers";
import { FEW_PEOPLE } from "./dossierBodies";
import type { Workload } from "./workload";

const CONNECTIONS = 16;

/** The dossier with subgraphs that answer out of memory, so that the gateway shows. */
export const DOSSIER_IN_MEMORY: Workload = {
  name: "dossier-in-memory",
  about: "the subgraphs' answers come out of memory, so that the gateway shows",
  async run(rig, scale, tell) {
    const documents = rig.world.documents.slice(0, FEW_PEOPLE);
    const options = { over: await rig.startStandIns("recorded"), documents, connections: CONNECTIONS };
    const results = await compareDossiers(rig, ["duanka", "apollo", "hive", "fanout"], options, scale, tell);
    const { duanka, apollo, hive, fanout } = results;
    const row = { workload: this.name, detail: describeResults(results) };
    const ratio = (other: { requestsPerSecond: number }): number =>
      duanka.requestsPerSecond / other.requestsPerSecond;
    return [
      { ...row, what: "dossiers/s : @apollo/gateway's", figure: ratio(apollo), target: { least: 2.5 } },
      { ...row, what: "dossiers/s : Hive Gateway's", figure: ratio(hive), target: { least: 1.5 } },
      { ...row, what: "dossiers/s : a fan-out's by hand", figure: ratio(fanout), target: { least: 0.75 } },
    ];
  },
};
