import type { WorkloadName } from "../workloadNames";
import type { Rig } from "../rig/rig";

/** How much is done: a full run takes hours, a quick one shows only that it runs. */
export interface BenchScale {
  readonly people: number;
  readonly seconds: number;
  readonly rounds: number;
  /** How long a soak lasts. */
  readonly minutes: number;
}

/** One row of the result: a figure of ours, what it is held against, what was aimed at. */
export interface BenchRow {
  readonly workload: string;
  readonly what: string;
  /** The figure that counts, mostly a ratio; null where nothing was measured: the detail says why. */
  readonly figure: number | null;
  /** Null: told beside the others, and aimed at by nobody. */
  readonly target: { readonly least: number } | { readonly most: number } | null;
  /** Absolute figures beside it. */
  readonly detail: string;
}

/** What a row says of a workload that failed. */
export const FAILED = "it failed";

/** Something that is measured. */
export interface Workload {
  readonly name: WorkloadName;
  /** One sentence: what is asked of whom. */
  readonly about: string;
  /** Everything may use every core: what the machine does is measured, and not what a contestant does on its core. */
  readonly isWholeMachine?: true;
  run(rig: Rig, scale: BenchScale, tell: (line: string) => void): Promise<readonly BenchRow[]>;
}

/** What came of a row. */
export function verdictOf({ figure, target }: BenchRow): "met" | "missed" | "reported" | "not measured" {
  if (figure === null) return "not measured";
  if (target === null) return "reported";
  return ("least" in target ? figure >= target.least : figure <= target.most) ? "met" : "missed";
}
