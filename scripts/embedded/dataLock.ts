import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CliError } from "../cli/cliError";

const LOCK_FILE = "lock";
const MAX_ATTEMPTS = 5; // each one means that another process came or went in between

const holderSchema = z.object({
  pid: z.int().positive(),
  /** When the process began, by the kernel's clock: a number that is used again belongs to another process. */
  began: z.string().nullable(),
});
type Holder = z.output<typeof holderSchema>;

/** The right to use a data folder; the embedded store itself would let a second process in and break. */
export interface DataLock {
  release(): void;
}

/**
 * Takes a data folder for this process. Throws, naming the holder's pid, while another process has it; a lock
 * whose holder is gone is taken over.
 */
export function acquireDataLock(folder: string): DataLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, LOCK_FILE);
  const own: Holder = { pid: process.pid, began: startOf(process.pid) };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (tryToCreate(lock, own)) return { release: () => rmSync(lock, { force: true }) };
    const found = readText(lock);
    if (found === null) continue; // released in this very moment
    const holder = parseHolder(found);
    if (holder !== null && isRunning(holder)) throw heldBy(holder.pid);
    removeStale(lock, found);
  }
  throw new CliError("The data folder changes hands too fast to take it.", {
    next: "Try again in a moment.",
  });
}

/** Appears whole or not at all, and only where there is none: a link cannot replace. */
function tryToCreate(lock: string, holder: Holder): boolean {
  const draft = `${lock}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two processes may both find the same stale lock: whoever moved away a fresh one puts it back. */
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readText(aside) !== stale) linkSync(aside, lock);
  } catch {
    // Somebody else was faster; the next attempt sees what they left.
  } finally {
    rmSync(aside, { force: true });
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null; // half-written by a machine that lost its power: nobody holds it
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return holder.began === null || startOf(holder.pid) === holder.began;
}

/** When a process began, from Linux's `/proc`; null where there is no such process or no such file. */
function startOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets, and may itself hold blanks and brackets.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state] = fields;
  const ended = state === "Z" || state === "X"; // killed, and not yet collected by its parent
  return ended ? null : (fields[19] ?? null);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function heldBy(pid: number): CliError {
  return new CliError(`The data folder is in use by another Duanka process (pid ${pid}).`, {
    next: `Stop that one first (kill ${pid}), or give this one another folder with --data.`,
  });
}
