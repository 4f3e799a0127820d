import { readFileSync } from "node:fs";

/** Memory of a process that is in RAM now. */
export function residentMebibytes(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(match?.[1] ?? 0) / 1_024;
}
