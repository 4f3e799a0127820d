import { open, type FileHandle } from "node:fs/promises";

/** A file whose text is on the disk once `append` has resolved. One append at a time: the chain sees to that. */
export interface AuditFile {
  /** Writes and synchronises; on a rejection the file is as it was before. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates a new file; throws if it exists, since a chain belongs to one start of one gateway. */
export async function createAuditFile(path: string): Promise<AuditFile> {
  const handle = await open(path, "wx", 0o600);
  let durableBytes = 0;
  return {
    async append(text) {
      const bytes = Buffer.from(text);
      try {
        await requireLinked(handle);
        await writeWhole(handle, bytes, durableBytes);
        await handle.datasync();
      } catch (error) {
        // Half a line left by a full disk would break the chain for every later one: what is not durable goes.
        await handle.truncate(durableBytes).catch(() => undefined);
        throw error;
      }
      durableBytes += bytes.length;
    },
    close: () => handle.close(),
  };
}

/** Writing to a file that somebody removed succeeds and keeps nothing: it must count as unwritable. */
async function requireLinked(handle: FileHandle): Promise<void> {
  const { nlink } = await handle.stat();
  if (nlink === 0) throw new Error("the audit file has been removed");
}

async function writeWhole(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}
