import { middleBy } from "../load/middleBy";
import { putUnderLoad, type LoadResult } from "../load/putUnderLoad";
import { requireRight } from "../load/requireRight";
import type { WorldDocument } from "../../seed/worldModel";
import type { Rig } from "../rig/rig";
import { dossierBody, isWholeDossier } from "./dossierBodies";
import type { BenchScale, Workload } from "./workload";

/** One after the other: what grows is the work for one dossier, not a queue. */
const CONNECTIONS = 1;
const TENFOLDS = 2;
/** The store's pages are in memory as they would be on any day, and not because they were just written. */
const WARM_UP_DOSSIERS = 1_000;

/** The dossier of anybody, among ten and a hundred times as many people. */
export const GROWTH: Workload = {
  name: "growth",
  about: "one dossier after the other, of anybody among 1, 10 and 100 times as many people, no cache",
  async run(rig, scale, tell) {
    const sizes = Array.from({ length: TENFOLDS + 1 }, (_, tenfold) => scale.people * 10 ** tenfold);
    const results: { readonly people: number; readonly result: LoadResult }[] = [];
    const another = await rig.startAnother();
    for (const people of sizes) {
      tell(`making up people until there are ${people}`);
      const startedAt = performance.now();
      await another.grow(people);
      tell(`they were made up in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s; asking`);
      results.push({ people, result: await askAnybody(another, people, scale) });
    }
    await another.stop();
    const detail = results.map(({ people, result }) => describe(people, result)).join(" · ");
    return results.slice(1).map(({ people, result }, place) => ({
      workload: this.name,
      what: `p95 of ${people} people : of a tenth of them`,
      figure: result.p95Ms / (results[place]?.result.p95Ms ?? NaN),
      target: { most: 1.2 },
      detail,
    }));
  },
};

async function askAnybody(rig: Rig, people: number, { seconds, rounds }: BenchScale): Promise<LoadResult> {
  const ours = await rig.startContestant("duanka", rig.subgraphs);
  const load = {
    connections: CONNECTIONS,
    next: () => ({ body: dossierBody(anyOf(rig.world.documents, people)) }),
    isRight: isWholeDossier,
  };
  await putUnderLoad(ours, { ...load, requests: Math.min(WARM_UP_DOSSIERS, people) });
  const results: LoadResult[] = [];
  for (let round = 1; round <= rounds; round++)
    results.push(requireRight("duanka", await putUnderLoad(ours, { ...load, seconds })));
  await ours.stop();
  return middleBy(results, ({ p95Ms }) => p95Ms);
}

function anyOf(documents: readonly WorldDocument[], people: number): WorldDocument | undefined {
  return documents[Math.floor(Math.random() * people)];
}

function describe(people: number, { p50Ms, p95Ms, p99Ms, requestsPerSecond }: LoadResult): string {
  const [p50, p95, p99] = [p50Ms, p95Ms, p99Ms].map(ms => ms.toFixed(1));
  return `${people} people: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms at ${requestsPerSecond.toFixed(0)}/s`;
}
