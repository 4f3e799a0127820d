import { proveProduction, type Proof, type ProofParts } from "./proveProduction";
import type { ContestantKind, Extra, StartedContestant, SubgraphOrigins } from "./rig";
import { startContestant, type ContestantParts } from "./startContestant";

/** All gateways that a rig starts. */
export interface Contestants {
  start(kind: ContestantKind, over: SubgraphOrigins, extra?: Extra): Promise<StartedContestant>;
  /** Ends those that run still, whatever they have proved. */
  end(): Promise<void>;
}

/** What is counted while they are measured. */
export interface ProvingGateways {
  started: number;
  readonly proofs: Proof[];
}

/** Ours proves that it runs as in production. */
export function createContestants(
  parts: ContestantParts,
  proving: Pick<ProofParts, "subgraphs" | "headersOf" | "tokenEndingIn">,
  ours: ProvingGateways,
): Contestants {
  const started = new Set<StartedContestant>();
  return {
    async start(kind, over, extra = {}) {
      const contestant = await startContestant(parts, kind, over, extra);
      started.add(contestant);
      if (kind !== "duanka") return contestant;
      ours.started += 1;
      const { environment, world } = parts;
      const redisUrl = extra.redisUrl ?? null;
      const onProof = (proof: Proof): void => void ours.proofs.push(proof);
      return proveProduction(contestant, { ...proving, environment, world, redisUrl, onProof });
    },
    async end() {
      await Promise.all([...started].map(one => one.stop()));
    },
  };
}
