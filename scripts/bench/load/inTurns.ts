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

/** The middle run of each contestant, by requests per second if nothing else is said. */
export type Standings = ReadonlyMap<string, LoadResult>;

/** What a request runs through is compiled by then, plans are kept, connections open. */
export const WARM_UP_REQUESTS = 4_000;
/** While the others had their turn, Node has thrown away part of what it had compiled: a hub at work never rests so. */
const RUN_UP_SHARE = 0.1;

/**
 * Runs the contestants one after another, several rounds: what disturbs the machine for a while then disturbs all
 * of them, and the middle round stands. Each round begins with some requests that nobody times.
 */
export async function inTurns(
  contestants: readonly Contestant[],
  load: Load,
  { people, seconds, rounds }: HowMuch,
  onRun: (name: string, round: number) => void,
  figureOf: (result: LoadResult) => number = ({ requestsPerSecond }) => requestsPerSecond,
): Promise<Standings> {
  const runs = new Map<string, LoadResult[]>(contestants.map(({ name }) => [name, []]));
  const warmUp = { requests: Math.min(WARM_UP_REQUESTS, people), ...load.warmUp };
  const runUp = async (contestant: Contestant, share: number): Promise<void> => {
    const requests = Math.max(load.connections, Math.ceil(warmUp.requests * share));
    await putUnderLoad(contestant, { ...loadOf(contestant, load), ...warmUp, requests });
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
  return new Map([...runs].map(([name, results]) => [name, middleBy(results, figureOf)]));
}

function loadOf({ name }: Contestant, { connections, isRight, next }: Load): Omit<LoadOfOne, "seconds"> {
  return { connections, isRight, next: () => next(name) };
}
