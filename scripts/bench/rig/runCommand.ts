import { spawn } from "node:child_process";
import { once } from "node:events";
import { residentMegabytes } from "../load/residentMegabytes";
import { COMMAND_LINE } from "./builtFiles";
import { nodeFlags } from "./nodeFlags";
import type { Reaper } from "../../services/reaper";

/** What a command took, from its start to its end. */
export interface CommandCost {
  readonly seconds: number;
  /** The most that it had in memory. */
  readonly peakMegabytes: number;
  readonly output: string;
}

const LOOK_EVERY_MS = 100;

/** Runs `duanka …` as a process of its own; throws with what it wrote where it does not end well. */
export async function runCommand(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
  reaper: Reaper,
): Promise<CommandCost> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeFlags(), COMMAND_LINE, ...given], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  reaper.watch(child);
  let output = "";
  let errors = "";
  let peakMegabytes = 0;
  child.stdout.on("data", text => void (output += String(text)));
  child.stderr.on("data", text => void (errors += String(text)));
  const looking = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentMegabytes(child.pid ?? 0, "at its most"));
  }, LOOK_EVERY_MS);
  const [exitCode] = (await once(child, "close")) as [number | null];
  clearInterval(looking);
  if (exitCode !== 0) throw new Error(`duanka ${given.join(" ")} ended with ${exitCode}: ${errors}`);
  return { seconds: (performance.now() - startedAt) / 1_000, peakMegabytes, output };
}
