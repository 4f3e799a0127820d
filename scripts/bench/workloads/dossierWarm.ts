import { inTurns } from "../load/inTurns";
import type { ContestantKind } from "../rig/rig";
import { describeResults } from "./compareDossiers";
import { requireSameAnswers } from "./requireSameAnswers";
import { createWarmTraffic } from "./warmTraffic";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
const KINDS: readonly ContestantKind[] = ["duanka", "apollo", "hive", "fanout"];

/** Some people are asked for much more often than others, and one request in a hundred changes something. */
export const DOSSIER_WARM: Workload = {
  name: "dossier-warm",
  about:
    "people by Zipf's law, Redis, 1 % reports that invalidate; peers get the same questions without the reports",
  async run(rig, scale, tell) {
    const redisUrl = await rig.emptyRedis();
    const { ask, askOrReport, isRight } = await createWarmTraffic(rig);
    const contestants = [];
    for (const kind of KINDS) contestants.push(await rig.startContestant(kind, rig.subgraphs, { redisUrl }));
    await requireSameAnswers(contestants, rig.world.documents);
    const load = {
      connections: CONNECTIONS,
      isRight,
      next: (name: string) => (name === "duanka" ? askOrReport : ask)(),
    };
    const standings = await inTurns(contestants, load, scale, (name, round) =>
      tell(`${name}, round ${round}`),
    );
    await Promise.all(contestants.map(contestant => contestant.stop()));
    const results = Object.fromEntries(standings);
    const row = { workload: this.name, detail: describeResults(results) };
    const ratio = (kind: ContestantKind): number =>
      (results.duanka?.requestsPerSecond ?? 0) / (results[kind]?.requestsPerSecond ?? 0);
    return [
      { ...row, what: "dossiers/s : @apollo/gateway's", figure: ratio("apollo"), target: { least: 8 } },
      { ...row, what: "dossiers/s : Hive Gateway's", figure: ratio("hive"), target: { least: 4 } },
      { ...row, what: "dossiers/s : a fan-out's by hand", figure: ratio("fanout"), target: { least: 1.5 } },
    ];
  },
};
