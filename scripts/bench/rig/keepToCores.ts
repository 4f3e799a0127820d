import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The cores that a process may use, as `taskset` writes them. */
export function coresOf(pid: number): string {
  const said = execFileSync("taskset", ["-cp", String(pid)], { encoding: "utf8" });
  return said.slice(said.lastIndexOf(":") + 1).trim();
}

/** Keeps a process and its threads to these cores; what it starts from now on keeps to them by itself. */
export function keepToCores(pid: number, cores: string): void {
  execFileSync("taskset", ["-acp", cores, String(pid)], { stdio: "ignore" });
}

/** The same for a server whose work is done by the processes that it has started. */
export function keepServerToCores(pid: number, cores: string): void {
  keepToCores(pid, cores);
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")) {
    try {
      keepToCores(Number(child), cores);
    } catch {
      // it has ended since
    }
  }
}
