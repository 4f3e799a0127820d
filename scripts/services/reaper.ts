import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Remembers what a run started, and ends all of it even when the run itself is killed. */
export interface Reaper {
  /** A new temporary folder, removed at the end. */
  folder(name: string): string;
  /** Ends this process at the end, by this signal. */
  watch(child: ChildProcess, signal?: NodeJS.Signals): void;
  /** Ends everything now; resolves when it is gone. */
  finish(): Promise<void>;
}

/** Starts the process that outlives the run by a moment and clears up after it: see `reap.js`. */
export function createReaper(): Reaper {
  const reaping = spawn(process.execPath, [join(__dirname, "reap.js")], {
    // A process group of its own, so that a Ctrl-C for the run does not end it before it has cleared up.
    detached: true,
    stdio: ["pipe", "inherit", "inherit"],
  });
  reaping.unref();
  const tell = (order: object): void => void reaping.stdin.write(`${JSON.stringify(order)}\n`);
  return {
    folder: name => {
      const folder = mkdtempSync(join(tmpdir(), `duanka-${name}-`));
      tell({ folder });
      return folder;
    },
    watch: (child, signal = "SIGTERM") => {
      const pid = child.pid;
      if (pid === undefined) return; // it never started: its "error" event says why
      tell({ started: pid, signal });
      child.once("exit", () => tell({ ended: pid }));
    },
    finish: () =>
      new Promise(resolve => {
        if (reaping.exitCode !== null) return resolve();
        reaping.ref(); // otherwise nothing holds this process: it would end in the midst of waiting, as a success
        reaping.once("exit", () => resolve());
        reaping.stdin.end();
      }),
  };
}
