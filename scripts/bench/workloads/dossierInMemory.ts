import { compareDossiers, describeResults } from "./compareDossiers";
import { RECORDED_PEOPLE } from "./dossierBodies";
import { overRecorded } from "./overRecorded";
import type { Workload } from "./workload";

const CONNECTIONS = 16;

/** The dossier with subgraphs that answer out of memory, so that the gateway shows. */
export const DOSSIER_IN_MEMORY: Workload = {
  name: "dossier-in-memory",
  about: "the subgraphs' answers come out of memory, so that the gateway shows",
  async run(rig, scale, tell) {
    const documents = rig.world.documents.slice(0, RECORDED_PEOPLE);
    const options = {
      ...(await overRecorded(rig)),
      documents,
      connections: CONNECTIONS,
    };
    const kinds = ["duanka", "bare", "apollo", "hive", "fanout"] as const;
    const results = await compareDossiers(rig, kinds, options, scale, tell);
    const { duanka, bare, apollo, hive, fanout } = results;
    const row = { workload: this.name, detail: describeResults(results) };
    const ratio = (other: { requestsPerSecond: number }, ours = duanka): number =>
      ours.requestsPerSecond / other.requestsPerSecond;
    const limit = (what: string, other: typeof bare) => ({
      ...row,
      what: `${what}, without what secures it`,
      figure: ratio(other, bare),
      target: null,
    });
    return [
      { ...row, what: "dossiers/s : @apollo/gateway's", figure: ratio(apollo), target: { least: 2.5 } },
      { ...row, what: "dossiers/s : Hive Gateway's", figure: ratio(hive), target: { least: 1.5 } },
      { ...row, what: "dossiers/s : a fan-out's by hand", figure: ratio(fanout), target: { least: 0.75 } },
      limit("dossiers/s : @apollo/gateway's", apollo),
      limit("dossiers/s : Hive Gateway's", hive),
      limit("dossiers/s : a fan-out's by hand", fanout),
    ];
  },
};
