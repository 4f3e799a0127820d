import { inTurns } from "../load/inTurns";
import type { LoadResult, NextRequest } from "../load/putUnderLoad";
import { CONTESTANT_NAMES, type ContestantKind, type Rig, type SubgraphOrigins } from "../rig/rig";
import type { WorldDocument } from "../../seed/worldModel";
import { dossierBodies, isWholeDossier } from "./dossierBodies";
import { requireSameAnswers } from "./requireSameAnswers";
import type { BenchScale } from "./workload";

interface DossierOptions {
  readonly over: SubgraphOrigins;
  /** Whom our gateway without what secures it asks: nobody else answers what is not signed. */
  readonly bareOver?: SubgraphOrigins;
  readonly documents: readonly WorldDocument[];
  readonly connections: number;
  /** Left out: as fast as each answers. */
  readonly perSecond?: number;
  /** Each with a Redis of its own; left out: none of them has one. */
  readonly cached?: boolean;
  /** Who is asked for while warming up, where nobody may be asked for twice. */
  readonly warmUpDocuments?: readonly WorldDocument[];
  /** Told once somebody is asked for who was before. */
  readonly onAgain?: () => void;
}

/** Asks every contestant for dossiers of these people, in turns, and returns what each showed. They are gone then. */
export async function compareDossiers(
  rig: Rig,
  kinds: readonly ContestantKind[],
  options: DossierOptions,
  scale: BenchScale,
  tell: (line: string) => void,
): Promise<Readonly<Record<ContestantKind, LoadResult>>> {
  const { cached = false, over, bareOver = over, warmUpDocuments, connections, perSecond } = options;
  const contestants = [];
  for (const kind of kinds)
    contestants.push(
      await rig.startContestant(
        kind,
        kind === "bare" ? bareOver : over,
        cached ? { redisUrl: await rig.startRedis() } : {},
      ),
    );
  await requireSameAnswers(contestants, warmUpDocuments ?? options.documents);
  // What each has kept is asked of it again; where nothing is kept nobody is asked for twice, by whomever.
  const shared = dossierBodies(options.documents, options.onAgain);
  const own = new Map<string, () => NextRequest>(
    cached ? kinds.map(kind => [kind, dossierBodies(options.documents)]) : [],
  );
  const load = {
    connections,
    ...(perSecond === undefined ? {} : { perSecond }),
    next: (name: string) => (own.get(name) ?? shared)(),
    isRight: isWholeDossier,
    warmUp: warmUpDocuments === undefined ? {} : { next: dossierBodies(warmUpDocuments) },
  };
  const standings = await inTurns(contestants, load, scale, (name, round) =>
    tell(
      `${connections} connections, ${round === 0 ? "warming up" : `round ${round} of ${scale.rounds}`}: ${nameOf(name)}`,
    ),
  );
  await Promise.all(contestants.map(contestant => contestant.stop()));
  return Object.fromEntries(standings) as Record<ContestantKind, LoadResult>;
}

function nameOf(kind: string): string {
  return CONTESTANT_NAMES[kind as ContestantKind];
}

/** Every contestant's absolute figures, for the column beside the ratio. */
export function describeResults(results: Readonly<Record<string, LoadResult>>): string {
  return Object.entries(results)
    .map(([kind, { requestsPerSecond, p50Ms, p99Ms, cpuMsPerRequest }]) => {
      const ofCore = (cpuMsPerRequest * requestsPerSecond) / 10; // % of a core's 1,000 ms a second
      const figures = `${requestsPerSecond.toFixed(0)}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
      return `${nameOf(kind)}: ${figures}, ${cpuMsPerRequest.toFixed(2)} ms CPU, ${ofCore.toFixed(0)} % of its core`;
    })
    .join(" · ");
}
