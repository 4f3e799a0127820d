import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import type { BenchScale } from "../workloads/workload";

/** With what a result was measured: without it nobody can hold two of them against each other. */
export interface BenchRunFacts extends BenchScale {
  readonly startedAt: string;
  /** Of the repository, with a `+` where files differ from it; null: it is none. */
  readonly commit: string | null;
  readonly node: string;
  readonly processors: number;
  readonly processor: string;
  /** Profiles are written at the cost of speed. */
  readonly profile: boolean;
}

/** Tells them at the beginning of a run. */
export function describeRun(scale: BenchScale, profile: boolean): BenchRunFacts {
  const processors = cpus();
  return {
    startedAt: new Date().toISOString(),
    commit: findCommit(),
    node: process.version,
    processors: processors.length,
    processor: processors[0]?.model.trim() ?? "unknown",
    ...scale,
    profile,
  };
}

/** The line above a table. */
export function runLine(run: BenchRunFacts): string {
  const { people, seconds, rounds, minutes } = run;
  const scale = `${people} people, ${rounds} rounds of ${seconds} s, a soak of ${minutes} minutes`;
  const machine = `${run.processors} processors (${run.processor}), Node ${run.node}`;
  return `${run.startedAt}, ${run.commit ?? "no commit"}: ${scale}${run.profile ? ", with profiles" : ""}; ${machine}`;
}

function findCommit(): string | null {
  try {
    const git = (...given: string[]): string =>
      execFileSync("git", given, {
        cwd: __dirname,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") === "" ? "" : "+"}`;
  } catch {
    return null; // installed as a package
  }
}
