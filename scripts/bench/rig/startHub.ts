import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Reaper } from "../../services/reaper";
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
export function startHub({ folder, port, people }: HubOptions, reaper: Reaper): StartingHub {
  const options = ["--port", String(port), "--data", folder, "--people", String(people), "--json"];
  const child = spawn("npm", ["start", "--silent", "--", ...options], {
    cwd: join(BUILT_FOLDER, ".."),
    detached: true, // a group of its own: npm ends without what it runs
    stdio: ["ignore", "pipe", "inherit"],
  });
  reaper.watchGroup(child);
  const ended = once(child, "close"); // when nobody writes any more, so the hub has ended too
  let hasEnded = false;
  ended.then(() => (hasEnded = true)).catch(() => undefined);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const announced = new Promise<AnnouncedHub>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", line => resolve(JSON.parse(line) as AnnouncedHub));
    ended.then(([code]) => reject(new Error(`npm start ended with ${String(code)}`)), reject);
  });
  announced.catch(() => undefined); // whoever waits for it is told
  return {
    announced,
    isRunning,
    async stop() {
      if (!hasEnded && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}
