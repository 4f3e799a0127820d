import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100; // Linux's USER_HZ, the same on all its usual machines
const USER_TIME = 11; // after the name, which may hold spaces: utime and stime of proc(5)

/** Seconds of processor time that a process and its threads have used so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
}
