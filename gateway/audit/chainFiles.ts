import { open, readdir, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { readAuditLine, type AuditLine } from "./auditRecord";

const SUFFIX = ".ndjson";
/** A dossier's record takes 2 kB, one that names a thousand people 50 kB: nearly always enough at once. */
const TAIL_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/** The file that a chain is kept in. */
export function auditFileOf(directory: string, chain: string): string {
  return join(directory, `${chain}${SUFFIX}`);
}

/** The chains of a folder, in the order of their starts; none of a folder that is not there. */
export async function listChains(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  });
  const files = names.filter(name => name.endsWith(SUFFIX));
  return files.map(name => name.slice(0, -SUFFIX.length)).sort();
}

/** The last whole record of a chain that counts; null for a file without one. Reads as little from the end as it can. */
export async function readLastRecord(
  directory: string,
  chain: string,
  counts: (record: AuditLine) => boolean,
): Promise<AuditLine | null> {
  const handle = await open(auditFileOf(directory, chain), "r");
  try {
    return await findLast(handle, counts);
  } finally {
    await handle.close();
  }
}

async function findLast(
  handle: FileHandle,
  counts: (record: AuditLine) => boolean,
): Promise<AuditLine | null> {
  const { size } = await handle.stat();
  for (let bytes = Math.min(TAIL_BYTES, size); bytes > 0; bytes = Math.min(bytes * 2, size)) {
    const lines = wholeLines(await readRange(handle, size - bytes, size));
    // Unless it is the file's first, the first line of the part may have been cut.
    const candidates = bytes === size ? lines : lines.slice(1);
    const last = candidates.map(readAuditLine).findLast(record => record !== null && counts(record));
    if (last) return last;
    if (bytes === size) return null;
  }
  return null;
}

/** The lines of a part that end in it. */
function wholeLines(part: Buffer): string[] {
  return part
    .subarray(0, part.lastIndexOf(NEWLINE) + 1)
    .toString("utf8")
    .split("\n")
    .slice(0, -1);
}

/** A stretch of a file: its whole lines, and where the next stretch begins. */
export interface Stretch {
  readonly lines: readonly string[];
  readonly end: number;
}

/** Reads whole lines from a place on, `about` so many bytes of them, none beyond `until`. */
export async function readStretch(
  handle: FileHandle,
  from: number,
  until: number,
  about: number,
): Promise<Stretch> {
  for (let bytes = about; ; bytes *= 2) {
    const part = await readRange(handle, from, Math.min(from + bytes, until));
    const end = part.lastIndexOf(NEWLINE) + 1;
    if (end > 0) return { lines: wholeLines(part), end: from + end };
    if (from + bytes >= until) return { lines: [], end: from };
  }
}

async function readRange(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
