import { setTimeout as pause } from "node:timers/promises";
import { inTurns } from "../load/inTurns";
import { putUnderLoad, type LoadResult } from "../load/putUnderLoad";
import { requireRight } from "../load/requireRight";
import type { Rig, StartedContestant } from "../rig/rig";
import { describeResults } from "./compareDossiers";
import { dossierBodies, FEW_PEOPLE, isWholeDossier } from "./dossierBodies";
import { requireSameAnswers } from "./requireSameAnswers";
import type { BenchRow, BenchScale, Workload } from "./workload";

const CONNECTIONS = 16;
const MOST_RECORDINGS = 5;
/** A gateway leaves a source alone for a second that did not answer. */
const BREAKER_REST_MS = 1_000;

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
  const over = await rig.startStandIns("recorded");
  const start = async (kind: "duanka" | "bare"): Promise<StartedContestant> =>
    rig.startContestant(kind, over, cached ? { redisUrl: await rig.startRedis() } : {});
  const people = rig.world.documents.slice(0, FEW_PEOPLE);
  const load = {
    connections: CONNECTIONS,
    next: dossierBodies(people),
    isRight: isWholeDossier,
  };
  const ours = await start("duanka");
  // First, and everybody: afterwards both are answered out of memory.
  tell("recording");
  await record(ours, load);
  const contestants = [ours, await start("bare")];
  await requireSameAnswers(contestants, people);
  const standings = await inTurns(contestants, { ...load, next: () => load.next() }, scale, (name, round) =>
    tell(`round ${round} of ${scale.rounds}: ${name}`),
  );
  await Promise.all(contestants.map(contestant => contestant.stop()));
  const results = Object.fromEntries(standings);
  return {
    workload: SECURITY.name,
    what,
    figure: (results.duanka?.requestsPerSecond ?? 0) / (results.bare?.requestsPerSecond ?? 0),
    target: { least: 0.8 },
    detail: describeResults(results),
  };
}

/** A gateway that has just started, or has a busy machine, is late with some: they are asked for until all are there. */
async function record(
  ours: StartedContestant,
  load: Pick<Parameters<typeof putUnderLoad>[1], "connections" | "next" | "isRight">,
): Promise<void> {
  const everybody = (): Promise<LoadResult> => putUnderLoad(ours, { ...load, requests: FEW_PEOPLE });
  let result = await everybody();
  for (let tried = 1; tried < MOST_RECORDINGS && result.wrong > 0; tried++) {
    await pause(BREAKER_REST_MS);
    result = await everybody();
  }
  requireRight(ours.name, result);
}
