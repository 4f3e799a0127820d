import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Teardown } from "../../scripts/hub/createTeardown";
import type { RunningProcess } from "../../scripts/separate/runningProcess";

/** The built command line, which says itself what it wants of Node; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);

/** A gateway or a subgraph that is a process of the operating system. */
export interface RunningPart extends RunningProcess {
  /** As nobody ends a process who can help it. */
  kill(): Promise<void>;
}

/**
 * Starts `duanka …` as it runs in production and measured, told everything by its environment. It ends with the teardown,
 * also where it has not said yet that it answers.
 */
export async function startPart(
  teardown: Teardown,
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningPart> {
  const child = spawn(DUANKA, [...given, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_ENV: "production", ...environment, PATH },
  });
  teardown.add(() => end(child, "SIGTERM"));
  let said = "";
  child.stderr.on("data", text => void (said += String(text)));
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = JSON.parse(line) as RunningProcess;
    return { address, stop: () => end(child, "SIGTERM"), kill: () => end(child, "SIGKILL") };
  }
  throw new Error(`duanka ${given.join(" ")} did not start: ${said}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
