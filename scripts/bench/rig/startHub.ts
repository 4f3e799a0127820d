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

interface HubOptions {
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
  const announced = new Promise<AnnouncedHub>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", line => resolve(JSON.parse(line) as AnnouncedHub));
    ended.then(([code]) => reject(new Error(`npm start ended with ${String(code)}`)), reject);
  });
  announced.catch(() => undefined); // whoever waits for it is told
  return {
    announced,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      // npm itself ends when what it runs has ended.
      process.kill((await announced).pid, "SIGTERM");
      await ended;
    },
  };
}
