import { putUnderLoad, type Contestant, type LoadResult, type NextRequest } from "./putUnderLoad";
import { middleBy } from "./middleBy";
import { requireRight } from "./requireRight";

type LoadOfOne = Extract<Parameters<typeof putUnderLoad>[1], { readonly seconds: number }>;
/** The same for all, but that each may be asked in its own way. */
type Load = Omit<LoadOfOne, "next"> & { readonly next: (contestant: string) => NextRequest };

/** The middle run of each contestant, by requests per second. */
export type Standings = ReadonlyMap<string, LoadResult>;

const WARM_UP_SECONDS = 5; // compiled, plans kept, connections open

/**
 * Runs the contestants one after another, several rounds: what disturbs the machine for a while then disturbs all
 * of them, and the middle round stands.
 */
export async function inTurns(
  contestants: readonly Contestant[],
  load: Load,
  rounds: number,
  onRun: (name: string, round: number) => void,
): Promise<Standings> {
  const runs = new Map<string, LoadResult[]>(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) {
    onRun(contestant.name, 0);
    await putUnderLoad(contestant, loadOf(contestant, load, WARM_UP_SECONDS));
  }
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      onRun(contestant.name, round);
      const result = requireRight(contestant.name, await putUnderLoad(contestant, loadOf(contestant, load)));
      runs.get(contestant.name)?.push(result);
    }
  }
  return new Map(
    [...runs].map(([name, results]) => [
      name,
      middleBy(results, ({ requestsPerSecond }) => requestsPerSecond),
    ]),
  );
}

function loadOf({ name }: Contestant, load: Load, seconds = load.seconds): LoadOfOne {
  return { ...load, seconds, next: () => load.next(name) };
}
