import { inTurns } from "../load/inTurns";
import type { LoadResult } from "../load/putUnderLoad";
import type { WorldDocument } from "../../seed/worldModel";
import type { Rig } from "../rig/rig";
import { dossierBody, isWholeDossier } from "./dossierBodies";
import type { Workload } from "./workload";

/** One after the other: what grows is the work for one dossier, not a queue. */
const CONNECTIONS = 1;
const TENFOLDS = 2;
/** One connection gets few answers in a round, and a twentieth of them are what counts: more rounds, and so more turns. */
const TIMES_AS_MANY_ROUNDS = 3;
/** The store's pages are in memory as they would be on any day, and not because they were just written. */
const WARM_UP_DOSSIERS = 1_000;

/** The dossier of anybody, among ten and a hundred times as many people: in turns, since a machine is not always as fast. */
export const GROWTH: Workload = {
  name: "growth",
  about: "one dossier after the other, of anybody among 1, 10 and 100 times as many people, no cache",
  async run(rig, scale, tell) {
    const sizes = Array.from({ length: TENFOLDS + 1 }, (_, tenfold) => scale.people * 10 ** tenfold);
    const worlds = new Map<string, { readonly people: number; readonly rig: Rig }>();
    for (const people of sizes)
      worlds.set(`${people} people`, { people, rig: await startWorld(rig, people, tell) });
    const contestants = [];
    for (const [name, { rig: its }] of worlds)
      contestants.push({ ...(await its.startContestant("duanka", its.subgraphs)), name });
    const load = {
      connections: CONNECTIONS,
      next: (name: string) => {
        const world = worlds.get(name);
        return { body: dossierBody(world && anyOf(world.rig.world.documents, world.people)) };
      },
      isRight: isWholeDossier,
      warmUp: { requests: Math.min(WARM_UP_DOSSIERS, scale.people) },
    };
    const rounds = scale.rounds * TIMES_AS_MANY_ROUNDS;
    const onRun = (name: string, round: number): void =>
      tell(`${round === 0 ? "warming up" : `round ${round} of ${rounds}`}: ${name}`);
    const standings = [...(await inTurns(contestants, load, { ...scale, rounds }, onRun))];
    for (const contestant of contestants) await contestant.stop();
    for (const { rig: its } of worlds.values()) await its.stop();
    const pages = [...worlds.values()].every(({ rig: its }) => its.inHugePages) ? "2 MB" : "4 kB";
    const detail = [
      ...standings.map(([name, result]) => describe(name, result)),
      `PostgreSQL's memory in pages of ${pages}`,
    ].join(" · ");
    return standings.slice(1).map(([name, { p95Ms }], place) => ({
      workload: this.name,
      what: `p95 of ${name} : of a tenth of them`,
      figure: p95Ms / (standings[place]?.[1].p95Ms ?? NaN),
      target: { most: 1.2 },
      detail,
    }));
  },
};

/** Stores and subgraphs of their own for so many people. */
async function startWorld(rig: Rig, people: number, tell: (line: string) => void): Promise<Rig> {
  const another = await rig.startAnother();
  tell(`making up people until there are ${people}`);
  const startedAt = performance.now();
  await another.grow(people);
  tell(`they were made up in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  return another;
}

function anyOf(documents: readonly WorldDocument[], people: number): WorldDocument | undefined {
  return documents[Math.floor(Math.random() * people)];
}

function describe(name: string, { p50Ms, p95Ms, p99Ms, requestsPerSecond }: LoadResult): string {
  const [p50, p95, p99] = [p50Ms, p95Ms, p99Ms].map(ms => ms.toFixed(1));
  return `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms at ${requestsPerSecond.toFixed(0)}/s`;
}
