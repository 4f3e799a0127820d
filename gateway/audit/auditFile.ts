import type { Stats } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** A file whose text is on the disk once `append` has resolved. One append at a time: the chain sees to that. */
export interface AuditFile {
  /** How much of the file is on the disk for certain: whoever reads it reads no further. */
  readonly durableBytes: number;
  /** Writes and synchronises; on a rejection nothing of the text stays. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates a new file; throws if it exists, since a chain belongs to one start of one gateway. */
export async function createAuditFile(path: string): Promise<AuditFile> {
  const handle = await open(path, "wx", 0o600);
  await syncFolder(dirname(path));
  const identity = await handle.stat();
  let durableBytes = 0;
  let holdsRest = false;

  /** Half a line left by a full disk would break the chain for every later one: what is not durable goes. */
  async function cutRest(): Promise<void> {
    await handle.truncate(durableBytes);
    holdsRest = false;
  }

  return {
    get durableBytes() {
      return durableBytes;
    },
    async append(text) {
      const bytes = Buffer.from(text);
      if (holdsRest) await cutRest();
      await requireUntouched(identity, path, durableBytes);
      try {
        holdsRest = true;
        await writeWhole(handle, bytes, durableBytes);
        await handle.datasync();
      } catch (error) {
        // If even this fails, it is tried again before the next text.
        await cutRest().catch(() => undefined);
        throw error;
      }
      holdsRest = false;
      durableBytes += bytes.length;
    },
    close: () => handle.close(),
  };
}

/** Without it the name of a new file, and so all that is in it, may be gone after a loss of power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writing to a file that somebody removed or moved away succeeds, and leaves nothing where it will be looked for;
 * and behind a cut tail it would leave a hole. Both must count as unwritable.
 */
async function requireUntouched(own: Stats, path: string, size: number): Promise<void> {
  const named = await stat(path).catch(() => null);
  if (own.ino !== named?.ino || own.dev !== named.dev) throw new Error("the audit file has been removed");
  if (named.size !== size) throw new Error("the audit file has been changed from outside");
}

async function writeWhole(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}
