import type { Purpose } from "../../../schema/contract/claims";
import type { Contestant } from "../load/putUnderLoad";
import type { Proof } from "./proveProduction";
import type { CommandCost } from "./runCommand";
import type { HubOptions, StartingHub } from "./startHub";
import type { BenchWorld } from "./createBenchWorld";
import type { StandInKind, Unsigned } from "./startStandIns";

/** The three subgraphs that a dossier asks. */
export const ASKED = ["telecom", "banking", "police"] as const;
export type Asked = (typeof ASKED)[number];
/** Where each of them answers. */
export type SubgraphOrigins = Readonly<Record<Asked, string>>;

/** Everything that workloads run against: real stores, real subgraph processes, one world. */
export interface Rig {
  readonly world: BenchWorld;
  /** Whether PostgreSQL's shared memory is in pages of 2 MB, or of 4 kB where larger ones cannot be had. */
  readonly inHugePages: boolean;
  /** Where a workload may leave what it needs itself. */
  readonly folder: string;
  /** Where it leaves what is to be kept, beside the result. */
  readonly resultFolder: string;
  readonly subgraphs: SubgraphOrigins;
  /** Whether load, subgraphs and PostgreSQL leave the contestants' core alone; if not, they may use every core. */
  keepOffContestantsCore(isKept: boolean): void;
  /** Makes up more people, until the world has as many. */
  grow(people: number): Promise<void>;
  /** Starts a second rig beside this one, for who makes its world grow. */
  startAnother(): Promise<Rig>;
  /** What a demo user's requests carry. */
  headersOf(sub: string, purpose: Purpose, reference?: string): Promise<Readonly<Record<string, string>>>;
  /** Runs `duanka …` over the same stores. */
  runCommand(...given: readonly string[]): Promise<CommandCost>;
  /** Runs `npm start`, in processes that end with the run. */
  startHub(options: HubOptions): StartingHub;
  /** The Redis of the subgraphs, which end there what a change makes stale; emptied. Returns its address. */
  emptyRedis(): Promise<string>;
  /** Starts another Redis, for who shares none; returns its address. */
  startRedis(): Promise<string>;
  /**
   * Starts one of the gateways over these subgraphs, on the core for contestants. It is stopped with the rig. Ours has to
   * prove first, and when it is stopped, that it runs as in production.
   */
  startContestant(kind: ContestantKind, over: SubgraphOrigins, extra?: Extra): Promise<StartedContestant>;
  /**
   * Stands in for the same subgraphs; questions that are not signed are refused, unless it is said otherwise. Who answers
   * what was recorded is started once, and asked by every workload.
   */
  startStandIns(kind: StandInKind, unsigned?: Unsigned): Promise<SubgraphOrigins>;
  /** Our gateways that were started, here and where the same was started anew. */
  readonly ours: OurGateways;
  /** Ends what a workload that failed has left running. */
  endLeftovers(): Promise<void>;
  stop(): Promise<void>;
}

/** How many of our gateways were started to be measured, and what those have proved that were stopped since. */
export interface OurGateways {
  readonly started: number;
  readonly proofs: readonly Proof[];
}

/** What a contestant is told beyond the usual. */
export interface Extra {
  /** Its cache and its counters; without one it caches nothing, and counts by itself. */
  readonly redisUrl?: string;
  /** Where it writes a profile when it is stopped. */
  readonly profileFolder?: string;
}

/** A contestant that can be stopped before the rig is. */
export interface StartedContestant extends Contestant {
  /** Where ours writes its access records. */
  readonly auditFolder: string;
  stop(): Promise<void>;
}

export type ContestantKind = "duanka" | "bare" | "apollo" | "hive" | "fanout";

/** How the tables call them. */
export const CONTESTANT_NAMES: Readonly<Record<ContestantKind, string>> = {
  duanka: "Duanka",
  bare: "Duanka without what secures it",
  apollo: "@apollo/gateway",
  hive: "Hive Gateway",
  fanout: "fan-out by hand",
};
