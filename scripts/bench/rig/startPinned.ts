import { spawn, type ChildProcess } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CliError } from "../../cli/cliError";
import type { Teardown } from "../../hub/createTeardown";
import type { Reaper } from "../../services/reaper";
import { nodeFlags } from "./nodeFlags";

/** A server that a benchmark started. */
export interface PinnedProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

interface ToStart {
  readonly core: string;
  readonly script: string;
  /** Where Node writes what its processor time went into, when the process ends. Null: it does not. */
  readonly profileFolder?: string | null;
  readonly arguments?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Resolves once the server answers; rejects while it does not. */
  readonly ask: () => Promise<unknown>;
}

/**
 * While others have their turn a contestant rests, as a hub at work never does. V8 collects then what nobody uses, and
 * with it what compiled code stands on: who had rested a minute was slower for up to twenty seconds.
 */
const AS_IF_AT_WORK = "--no-memory-reducer";
const START_LIMIT_MS = 60_000;
/** A profile of some tens of megabytes is written in a few seconds. */
const STOP_LIMIT_MS = 15_000;
const POLL_MS = 100;

/** What ends everything with the run, also where the run itself is killed. */
export interface Endings {
  readonly teardown: Teardown;
  readonly reaper: Reaper;
}

/** Starts a Node process on one core and waits until it answers; throws with what it wrote where it does not. */
export async function startPinned(toStart: ToStart, { teardown, reaper }: Endings): Promise<PinnedProcess> {
  const { core, script, environment, logFile, ask, profileFolder } = toStart;
  const profiling = profileFolder ? profilingFlags(profileFolder, basename(logFile, ".log")) : [];
  const log = openSync(logFile, "w");
  const child = spawn(
    "taskset",
    [
      ...["-c", core, process.execPath, ...profiling, ...nodeFlags(), AS_IF_AT_WORK],
      ...[script, ...(toStart.arguments ?? [])],
    ],
    {
      env: { PATH: process.env.PATH, NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1", ...environment },
      stdio: ["ignore", log, log],
    },
  );
  reaper.watch(child);
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(ask))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new CliError(`${script} did not start:\n${readFileSync(logFile, "utf8").slice(-2_000)}`, {
        next: `see ${logFile}`,
      });
    }
    await pause(POLL_MS);
  }
  // Nothing that a benchmark wrote is kept, but a profile is written at the end alone.
  const stop = (): Promise<void> => end(child, profileFolder ? "SIGTERM" : "SIGKILL");
  teardown.add(stop);
  return { pid: child.pid ?? 0, stop };
}

function profilingFlags(folder: string, name: string): readonly string[] {
  const ending = ["--require", join(__dirname, "exitWhenAsked.js")];
  return [
    ...ending,
    "--cpu-prof",
    `--cpu-prof-dir=${folder}`,
    `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`,
  ];
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const impatience = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false; // not yet: the caller knows how long to go on
  }
}

/** Throws unless something answers there: a GET, or a POST of this JSON. */
export async function requireAnswer(url: string, body?: string): Promise<void> {
  const response = await fetch(
    url,
    body === undefined ? {} : { method: "POST", body, headers: { "content-type": "application/json" } },
  );
  if (response.status >= 500) throw new Error(`${url} answers ${response.status}`);
}
