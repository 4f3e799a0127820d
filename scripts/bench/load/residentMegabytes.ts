import { readFileSync } from "node:fs";

/** What a process has in memory now, or has had at the most, as Linux counts it; 0 once the process has ended. */
export function residentMegabytes(pid: number, when: "now" | "at its most"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const line = when === "now" ? /VmRSS:\s+(\d+) kB/ : /VmHWM:\s+(\d+) kB/;
    return Number(line.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0; // it has ended between two looks
  }
}
