import { inTurns } from "../load/inTurns";
import { flagReport } from "./flagReport";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
const ITEMS = 100;
/** Until then the road of a report is compiled; their hundred thousand flags stay in the store. */
const WARM_UP_BATCHES = 1_000;

/** A carrier reports abnormal calls in batches, through the gateway into PostgreSQL. */
export const REPORT: Workload = {
  name: "report",
  about: `reportAbnormalCalls in batches of ${ITEMS}`,
  isWholeMachine: true,
  async run(rig, scale, tell) {
    const ours = await rig.startContestant("duanka", rig.subgraphs);
    const contestant = { ...ours, headers: await rig.headersOf("carrier-reporting", "REPORTING") };
    const load = {
      connections: CONNECTIONS,
      next: () => ({ body: flagReport(rig.world.numbers, ITEMS) }),
      warmUp: { requests: WARM_UP_BATCHES },
      isRight: (body: string) => body.includes(`"accepted":${ITEMS}`),
    };
    const standings = await inTurns([contestant], load, scale, (_name, round) => tell(`round ${round}`));
    await ours.stop();
    const result = standings.get(contestant.name);
    const perSecond = (result?.requestsPerSecond ?? 0) * ITEMS;
    return [
      {
        workload: this.name,
        what: "flags/s",
        figure: perSecond,
        target: { least: 20_000 },
        detail: `p50 ${result?.p50Ms.toFixed(0)} ms, p99 ${result?.p99Ms.toFixed(0)} ms a batch`,
      },
    ];
  },
};
