import { inTurns } from "../load/inTurns";
import type { NextRequest } from "../load/putUnderLoad";
import type { ContestantKind, StartedContestant } from "../rig/rig";
import { describeResults } from "./compareDossiers";
import { requireSameAnswers } from "./requireSameAnswers";
import { createWarmTraffic } from "./warmTraffic";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
/** Ours has the last turn: what it has kept must still be there when it proves that it is sealed. */
const KINDS = ["apollo", "hive", "fanout", "duanka"] as const;
/** Apollo's gateway once more, asked for nothing that may be kept. */
const NEVER_KEPT = "never-kept";

/** Some people are asked for much more often than others, and one request in a hundred changes something. */
export const DOSSIER_WARM: Workload = {
  name: "dossier-warm",
  about:
    "people by Zipf's law, Redis, 1 % reports that invalidate; peers get the same questions without the reports",
  async run(rig, scale, tell) {
    const redisUrl = await rig.emptyRedis();
    const { ask, askNeverKept, askOrReport, isRight } = await createWarmTraffic(rig);
    const contestants: StartedContestant[] = [];
    for (const kind of KINDS) contestants.push(await rig.startContestant(kind, rig.subgraphs, { redisUrl }));
    await requireSameAnswers(contestants, rig.world.documents);
    const again = contestants
      .filter(({ name }) => name === "apollo")
      .map(one => ({ ...one, name: NEVER_KEPT }));
    const nextOf: Readonly<Record<string, () => NextRequest>> = {
      duanka: askOrReport,
      [NEVER_KEPT]: askNeverKept,
    };
    const load = { connections: CONNECTIONS, isRight, next: (name: string) => (nextOf[name] ?? ask)() };
    const standings = await inTurns([...again, ...contestants], load, scale, (name, round) =>
      tell(`${name}, round ${round}`),
    );
    await Promise.all(contestants.map(contestant => contestant.stop()));
    const { [NEVER_KEPT]: neverKept, ...results } = Object.fromEntries(standings);
    const row = { workload: this.name, detail: describeResults(results) };
    const perSecond = (kind: ContestantKind): number => results[kind]?.requestsPerSecond ?? NaN;
    const ratio = (kind: ContestantKind): number => perSecond("duanka") / perSecond(kind);
    return [
      { ...row, what: "dossiers/s : @apollo/gateway's", figure: ratio("apollo"), target: { least: 8 } },
      { ...row, what: "dossiers/s : Hive Gateway's", figure: ratio("hive"), target: { least: 4 } },
      { ...row, what: "dossiers/s : a fan-out's by hand", figure: ratio("fanout"), target: { least: 1.5 } },
      {
        workload: this.name,
        what: "dossiers/s of @apollo/gateway, where nothing is asked that may be kept : all of it",
        figure: (neverKept?.requestsPerSecond ?? NaN) / perSecond("apollo"),
        target: null,
        detail: `${neverKept?.requestsPerSecond.toFixed(0)}/s: a cache that had everything at all times would be as fast`,
      },
    ];
  },
};
