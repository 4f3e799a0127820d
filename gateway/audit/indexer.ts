import { open, stat, type FileHandle } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { auditFileOf, listChains, readLastRecord, readStretch } from "./chainFiles";
import { readAuditLine, type AuditRecord } from "./auditRecord";

/** The searchable copy of the records. It takes each record once, however often it is delivered. */
export interface AuditIndex {
  /** The last record of each chain that it holds; a chain it does not know is absent. */
  positions(chains: readonly string[]): Promise<ReadonlyMap<string, number>>;
  take(records: readonly AuditRecord[]): Promise<void>;
}

interface IndexerParts {
  readonly directory: string;
  readonly index: AuditIndex;
  /** The chain being written, and how much of it is on the disk for certain. */
  readonly chain: string;
  readonly durableBytes: () => number;
  readonly onTrouble: (error: unknown) => void;
}

/** Carries records from the files into the index. */
export interface Indexer {
  /** There is more to carry. */
  wake(): void;
  /** One last try for what is still to be carried; what it leaves, the next start carries. */
  close(): Promise<void>;
}

/** What comes within it is carried in one call. */
const GATHER_MS = 200;
const RETRY_MS = 1_000;
/** Records in one call: their JSON stays around a megabyte. */
const MAX_TAKEN_AT_ONCE = 500;
const STRETCH_BYTES = 1024 * 1024;
/** Chains asked about in one call. */
const MAX_ASKED_AT_ONCE = 500;

/**
 * The file is the truth and the index follows it: nothing waits in memory, so an index that is away for a day
 * costs nothing but time, and what a killed process had not carried yet is carried by the next one.
 */
export function startIndexer(parts: IndexerParts): Indexer {
  const { directory, index, chain, onTrouble } = parts;
  const closing = new AbortController();
  // Kept open: what was written into a file that somebody removed since can still be read here.
  const reading = open(auditFileOf(directory, chain), "r");
  // Gone already: whoever reads hears of it, and until somebody does it must not end the process.
  reading.catch(() => undefined);
  let place = 0;
  let following: Promise<void> | null = null;

  function carry(): Promise<void> {
    const until = parts.durableBytes();
    return untilDone(
      async () => {
        await carryOn(await reading, place, until, 0, index, to => (place = to));
        if (place < until) throw new Error("the audit file is shorter than what was written into it");
      },
      onTrouble,
      closing.signal,
    );
  }

  async function follow(): Promise<void> {
    await pause(GATHER_MS, closing.signal);
    await carry();
    following = null;
    if (place < parts.durableBytes() && !closing.signal.aborted) following = follow();
  }

  const catchingUp = untilDone(
    () => catchUp(directory, chain, index, closing.signal),
    onTrouble,
    closing.signal,
  );
  return {
    wake: () => void (following ??= follow()),
    async close() {
      closing.abort();
      await Promise.all([following, catchingUp]);
      if (place < parts.durableBytes()) await carry();
      await reading.then(
        handle => handle.close(),
        () => undefined,
      );
    },
  };
}

/** Carries what earlier starts have left behind. */
async function catchUp(
  directory: string,
  except: string,
  index: AuditIndex,
  signal: AbortSignal,
): Promise<void> {
  const chains = (await listChains(directory)).filter(chain => chain !== except);
  for (let first = 0; first < chains.length; first += MAX_ASKED_AT_ONCE) {
    const some = chains.slice(first, first + MAX_ASKED_AT_ONCE);
    const positions = await index.positions(some);
    for (const chain of some) {
      if (signal.aborted) return;
      await carryRest(directory, chain, positions.get(chain) ?? 0, index);
    }
  }
}

async function carryRest(
  directory: string,
  chain: string,
  position: number,
  index: AuditIndex,
): Promise<void> {
  const last = await readLastRecord(directory, chain);
  if (last === null || last.sequence <= position) return;
  const path = auditFileOf(directory, chain);
  const handle = await open(path, "r");
  try {
    await carryOn(handle, 0, (await stat(path)).size, position, index, () => undefined);
  } finally {
    await handle.close();
  }
}

/** Carries the records beyond a position that stand between two places of a file. */
async function carryOn(
  handle: FileHandle,
  from: number,
  until: number,
  position: number,
  index: AuditIndex,
  arrived: (place: number) => void,
): Promise<void> {
  for (let place = from; place < until;) {
    const { lines, end } = await readStretch(handle, place, until, STRETCH_BYTES);
    if (end === place) return;
    const records = lines.map(readAuditLine).filter(line => isRecord(line) && line.sequence > position);
    for (let first = 0; first < records.length; first += MAX_TAKEN_AT_ONCE) {
      await index.take(records.slice(first, first + MAX_TAKEN_AT_ONCE) as AuditRecord[]);
    }
    place = end;
    arrived(place);
  }
}

// An opening says nothing of an operation; a line that is no record is for the verification to tell of.
function isRecord(line: ReturnType<typeof readAuditLine>): line is AuditRecord {
  return line !== null && line.kind !== "OPENING";
}

async function untilDone(
  work: () => Promise<void>,
  onTrouble: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      if (signal.aborted) return;
      await pause(RETRY_MS, signal);
    }
  }
}

/** Ends early when the indexer closes, and never keeps a process alive. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal }).catch(() => undefined);
}
