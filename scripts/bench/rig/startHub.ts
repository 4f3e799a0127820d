import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { NamedPeople } from "../../seed/worldModel";
import { BUILT_FOLDER } from "./builtFiles";

/** What a hub says of itself once it listens. */
export interface AnnouncedHub {
  readonly gateway: string;
  readonly identityProvider: string;
  readonly pid: number;
  readonly people: NamedPeople;
}

/** A hub that has been told to start. */
export interface StartingHub {
  /** Rejects where it ends before it listens. */
  readonly announced: Promise<AnnouncedHub>;
  isRunning(): boolean;
  /** Resolves once it has let go of its data. */
  stop(): Promise<void>;
}

export interface HubOptions {
  readonly folder: string;
  readonly port: number;
  readonly people: number;
}

/** Runs `npm start`, as somebody would who has just cloned the repository. */
export function startHub({ folder, port, people }: HubOptions): StartingHub {
  const options = ["--port", String(port), "--data", folder, "--people", String(people), "--json"];
  const child = spawn("npm", ["start", "--silent", "--", ...options], {
    cwd: join(BUILT_FOLDER, ".."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  let hubPid: number | null = null;
  const announced = new Promise<AnnouncedHub>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", line => resolve(JSON.parse(line) as AnnouncedHub));
    ended.then(([code]) => reject(new Error(`npm start ended with ${String(code)}`)), reject);
  });
  // Whoever waits for it is told of a failure.
  announced.then(({ pid }) => (hubPid = pid)).catch(() => undefined);
  return {
    announced,
    isRunning,
    async stop() {
      if (!isRunning()) return;
      // npm itself ends when what it runs has ended; before a hub is announced npm alone can be told.
      process.kill(hubPid ?? child.pid ?? 0, "SIGTERM");
      await ended;
    },
  };
}
