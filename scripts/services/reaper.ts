import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HUGE_PAGES = "/proc/sys/vm/nr_hugepages";
const HUGE_PAGE_KB = 2_048;
/** What is set aside serves nobody else, so most of what is available stays so. */
const SHARE_OF_AVAILABLE = 0.25;

/** Remembers what a run started, and ends all of it even when the run itself is killed. */
export interface Reaper {
  /** A new temporary folder, removed at the end. */
  folder(name: string): string;
  /** Ends this process at the end, by this signal. */
  watch(child: ChildProcess, signal?: NodeJS.Signals): void;
  /** Ends this process and all that it started, which outlives it otherwise; it was spawned `detached`. */
  watchGroup(child: ChildProcess): void;
  /**
   * Sets memory aside in pages of 2 MB until the end, for who is started next and takes such. False, and none is, where
   * this process may not (Linux, root) or the machine has no plenty of it. `file` is where the kernel is told.
   */
  setHugePagesAside(count: number, file?: string): boolean;
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
    watchGroup: child => {
      if (child.pid !== undefined) tell({ started: -child.pid, signal: "SIGTERM" });
    },
    setHugePagesAside(count, file = HUGE_PAGES) {
      if (!addHugePages(count, file)) return false;
      tell({ hugePages: { count, file } });
      return true;
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

/** All or none of them. */
function addHugePages(count: number, file: string): boolean {
  try {
    const available = Number(/^MemAvailable: +(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1]);
    if (!(count * HUGE_PAGE_KB <= available * SHARE_OF_AVAILABLE)) return false;
    const before = Number(readFileSync(file, "utf8"));
    writeFileSync(file, String(before + count)); // Linux sets aside what it finds in one piece, and says nothing
    if (Number(readFileSync(file, "utf8")) === before + count) return true;
    writeFileSync(file, String(before));
  } catch {
    // no Linux, or not root
  }
  return false;
}
