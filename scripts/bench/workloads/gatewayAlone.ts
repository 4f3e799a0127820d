import { compareDossiers, describeResults } from "./compareDossiers";
import { overRecorded } from "./overRecorded";
import type { Workload } from "./workload";

const CONNECTIONS = 64;

/** One person again and again: subgraphs answer the same bytes, and nothing but the gateway is busy. */
export const GATEWAY_ALONE: Workload = {
  name: "gateway-alone",
  about: "one person, the subgraphs answer the same bytes each time",
  async run(rig, scale, tell) {
    const documents = rig.world.documents.slice(0, 1);
    const options = {
      ...(await overRecorded(rig)),
      documents,
      connections: CONNECTIONS,
    };
    const results = await compareDossiers(rig, ["duanka", "bare", "apollo"], options, scale, tell);
    const { duanka, bare, apollo } = results;
    const row = { workload: this.name, detail: describeResults(results) };
    return [
      {
        ...row,
        what: "dossiers/s : @apollo/gateway's",
        figure: duanka.requestsPerSecond / apollo.requestsPerSecond,
        target: { least: 4 },
      },
      {
        ...row,
        what: "dossiers/s : @apollo/gateway's, without what secures it",
        figure: bare.requestsPerSecond / apollo.requestsPerSecond,
        target: null,
      },
    ];
  },
};
