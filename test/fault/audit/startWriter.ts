import { spawn, type ChildProcess } from "node:child_process";
import type { KeyObject } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AuditReceipt } from "../../../gateway/audit/auditRecord";
import type { Checkpoint } from "../../../gateway/audit/checkpoint";

const TRANSPILE = join(__dirname, "../../support/transpile.js");
const WRITER = join(__dirname, "auditWriter.ts");

/** A process that writes access records, and all that it has told so far. */
export interface Writer {
  readonly child: ChildProcess;
  readonly receipts: AuditReceipt[];
  readonly checkpoints: Checkpoint[];
  readonly refusals: string[];
  /** Resolves once it has told of so many of one kind. */
  until(kind: "receipts" | "refusals", count: number): Promise<void>;
  /** `kill -9`; resolves when all that it told has been read. */
  kill(): Promise<void>;
}

interface Told {
  readonly receipt?: AuditReceipt;
  readonly checkpoint?: Checkpoint;
  readonly refused?: string;
}

/** Starts a writer on a folder; `limitKb` is the largest file it may write. */
export function startWriter(
  directory: string,
  writers: number,
  signingKey: KeyObject,
  limitKb: number | "unlimited" = "unlimited",
): Writer {
  const key = signingKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  // The soft limit alone, so that it can be lifted again.
  const command = 'ulimit -S -f "$1"; shift; exec "$@"';
  const run = [process.execPath, "--require", TRANSPILE, WRITER, directory, String(writers), key];
  const child = spawn("bash", ["-c", command, "bash", String(limitKb), ...run], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const writer: Writer = {
    child,
    receipts: [],
    checkpoints: [],
    refusals: [],
    async until(kind, count) {
      while (writer[kind].length < count) {
        if (child.exitCode !== null) throw new Error(`the writer ended with ${child.exitCode}`);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    },
    async kill() {
      if (child.signalCode !== null) return;
      const read = once(lines, "close");
      child.kill("SIGKILL");
      await read;
    },
  };
  const lines = createInterface({ input: child.stdout });
  lines.on("line", line => {
    const told = parse(line);
    if (told?.receipt !== undefined) writer.receipts.push(told.receipt);
    if (told?.checkpoint !== undefined) writer.checkpoints.push(told.checkpoint);
    if (told?.refused !== undefined) writer.refusals.push(told.refused);
  });
  return writer;
}

/** The last line of a killed process may be half a line: nobody was promised anything by it. */
function parse(line: string): Told | null {
  try {
    return JSON.parse(line) as Told;
  } catch {
    return null;
  }
}
