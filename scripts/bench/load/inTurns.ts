import { putUnderLoad, type Contestant, type LoadResult, type NextRequest } from "./putUnderLoad";
import { middleBy } from "./middleBy";
import { requireRight } from "./requireRight";

type LoadOfOne = Extract<Parameters<typeof putUnderLoad>[1], { readonly seconds: number }>;
/** The same for all, but that each may be asked in its own way. */
type Load = Omit<LoadOfOne, "next" | "seconds"> & {
  readonly next: (contestant: string) => NextRequest;
  /** What is asked while warming up, where it is not the same. */
  readonly warmUp?: { readonly next?: () => NextRequest; readonly requests?: number };
};

interface HowMuch {
  /** How many the world has: in a small one the warm-up is short as well. */
  readonly people: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** Of each contestant every figure as it is in the middle of its rounds, each for itself. */
export type Standings = ReadonlyMap<string, LoadResult>;

/** What a request runs through is compiled by then, plans are kept, connections open. */
export const WARM_UP_REQUESTS = 4_000;
/** While the others had their turn, Node has thrown away part of what it had compiled: a hub at work never rests so. */
const RUN_UP_SHARE = 0.1;

/**
 * Runs the contestants one after another, several rounds: what disturbs the machine for a while then disturbs all
 * of them, and the middle stands. Each round begins with some requests that nobody times.
 */
export async function inTurns(
  contestants: readonly Contestant[],
  load: Load,
  { people, seconds, rounds }: HowMuch,
  onRun: (name: string, round: number) => void,
): Promise<Standings> {
  const runs = new Map<string, LoadResult[]>(contestants.map(({ name }) => [name, []]));
  const warmUp = { requests: Math.min(WARM_UP_REQUESTS, people), ...load.warmUp };
  const runUp = async (contestant: Contestant, share: number): Promise<void> => {
    const requests = Math.max(load.connections, Math.ceil(warmUp.requests * share));
    const { perSecond: _pace, ...unpaced } = loadOf(contestant, load);
    await putUnderLoad(contestant, { ...unpaced, ...warmUp, requests });
  };
  for (const contestant of contestants) {
    onRun(contestant.name, 0);
    await runUp(contestant, 1);
  }
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      onRun(contestant.name, round);
      await runUp(contestant, RUN_UP_SHARE);
      const result = requireRight(
        contestant.name,
        await putUnderLoad(contestant, { ...loadOf(contestant, load), seconds }),
      );
      runs.get(contestant.name)?.push(result);
    }
  }
  return new Map([...runs].map(([name, results]) => [name, middleRun(results)]));
}

function loadOf({ name }: Contestant, { next, warmUp: _warmUp, ...load }: Load): Omit<LoadOfOne, "seconds"> {
  return { ...load, next: () => next(name) };
}

function middleRun(runs: readonly LoadResult[]): LoadResult {
  const middle = (figureOf: (run: LoadResult) => number): number => figureOf(middleBy(runs, figureOf));
  return {
    requestsPerSecond: middle(run => run.requestsPerSecond),
    p50Ms: middle(run => run.p50Ms),
    p95Ms: middle(run => run.p95Ms),
    p99Ms: middle(run => run.p99Ms),
    cpuMsPerRequest: middle(run => run.cpuMsPerRequest),
    wrong: 0,
    firstWrong: null,
  };
}
