import type { KeyObject } from "node:crypto";
import { open, stat, type FileHandle } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { auditFileOf, listChains, readLastRecord, readStretch } from "./chainFiles";
import { sealOf, type AuditLine, type AuditRecord } from "./auditRecord";
import { isSignedBy } from "./groupSignature";
import { NOTHING_PROVED, proveLines, type Proved } from "./proveLines";

/** The searchable copy of the records. It takes each record once, however often it is delivered. */
export interface AuditIndex {
  /** The last record of each chain that it holds; a chain it does not know is absent. */
  positions(chains: readonly string[]): Promise<ReadonlyMap<string, number>>;
  take(records: readonly AuditRecord[]): Promise<void>;
}

interface IndexerParts {
  readonly directory: string;
  readonly index: AuditIndex;
  /** What none of them has signed is not carried. */
  readonly keys: readonly KeyObject[];
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
/** Three times what all who may wait for the disk at once leave: nobody fills the memory with a file of their own. */
const LONGEST_GROUP_BYTES = 64 * 1024 * 1024;
/** Chains asked about in one call. */
const MAX_ASKED_AT_ONCE = 500;

/**
 * The file is the truth, as far as our key has signed it, and the index follows it: nothing waits in memory, so an index that is away for a day
 * costs nothing but time, and what a killed process had not carried yet is carried by the next one.
 */
export function startIndexer(parts: IndexerParts): Indexer {
  const { directory, chain, onTrouble } = parts;
  const closing = new AbortController();
  // Kept open: what was written into a file that somebody removed since can still be read here.
  const reading = open(auditFileOf(directory, chain), "r");
  // Gone already: whoever reads hears of it, and until somebody does it must not end the process.
  reading.catch(() => undefined);
  let place = START;
  let following: Promise<void> | null = null;

  function carry(): Promise<void> {
    const until = parts.durableBytes();
    return untilDone(
      async () => {
        await carryOn(parts, { handle: await reading, chain, until, position: 0 }, place, to => (place = to));
        if (place.byte < until) throw new Error("the audit file no longer holds what was written into it");
      },
      onTrouble,
      closing.signal,
    );
  }

  async function follow(): Promise<void> {
    await pause(GATHER_MS, closing.signal);
    await carry();
    following = null;
    if (place.byte < parts.durableBytes() && !closing.signal.aborted) following = follow();
  }

  const catchingUp = untilDone(() => catchUp(parts, closing.signal), onTrouble, closing.signal);
  return {
    wake: () => void (following ??= follow()),
    async close() {
      closing.abort();
      await Promise.all([following, catchingUp]);
      if (place.byte < parts.durableBytes()) await carry();
      await reading.then(
        handle => handle.close(),
        () => undefined,
      );
    },
  };
}

/** Carries what earlier starts have left behind. */
async function catchUp(parts: IndexerParts, signal: AbortSignal): Promise<void> {
  const { directory, index } = parts;
  const chains = (await listChains(directory)).filter(chain => chain !== parts.chain);
  for (let first = 0; first < chains.length; first += MAX_ASKED_AT_ONCE) {
    const some = chains.slice(first, first + MAX_ASKED_AT_ONCE);
    const positions = await index.positions(some);
    for (const chain of some) {
      if (signal.aborted) return;
      await carryRest(parts, chain, positions.get(chain) ?? 0);
    }
  }
}

async function carryRest(parts: IndexerParts, chain: string, position: number): Promise<void> {
  const { directory, keys } = parts;
  const last = await readLastRecord(
    directory,
    chain,
    record => record.sequence <= position || isSignedBy(keys, record),
  );
  if (last === null || last.sequence <= position) return;
  const path = auditFileOf(directory, chain);
  const handle = await open(path, "r");
  try {
    const until = (await stat(path)).size;
    await carryOn(parts, { handle, chain, until, position }, START, () => undefined);
  } finally {
    await handle.close();
  }
}

/** What is carried of a file: the records beyond a position, up to a place. */
interface Load {
  readonly handle: FileHandle;
  readonly chain: string;
  readonly until: number;
  readonly position: number;
}

/** How far a file has been gone through; before it everything is proved. */
interface Place {
  readonly byte: number;
  readonly proved: Proved;
}

const START: Place = { byte: 0, proved: NOTHING_PROVED };

/** Carries what is proved. A line that is no record, and what nobody has signed, is for the verification to tell of. */
async function carryOn(
  { index, keys }: Pick<IndexerParts, "index" | "keys">,
  { handle, chain, until, position }: Load,
  from: Place,
  arrived: (place: Place) => void,
): Promise<void> {
  let place = from;
  for (let about = STRETCH_BYTES; place.byte < until;) {
    const { lines } = await readStretch(handle, place.byte, until, about);
    const { records, isBroken } = proveLines(keys, chain, place.proved, lines);
    if (records.length === 0) {
      // The signature of a long group may stand further on.
      if (isBroken || place.byte + about >= until || about > LONGEST_GROUP_BYTES) return;
      about *= 2;
      continue;
    }
    await take(
      index,
      records.filter(({ sequence }) => sequence > position),
    );
    place = behind(place, records, lines);
    arrived(place);
    about = STRETCH_BYTES;
  }
}

async function take(index: AuditIndex, lines: readonly AuditLine[]): Promise<void> {
  // An opening says nothing of an operation.
  const records = lines.flatMap(({ signature: _, ...record }) => (record.kind === "OPENING" ? [] : [record]));
  for (let first = 0; first < records.length; first += MAX_TAKEN_AT_ONCE) {
    await index.take(records.slice(first, first + MAX_TAKEN_AT_ONCE));
  }
}

function behind({ byte, proved }: Place, records: readonly AuditLine[], lines: readonly string[]): Place {
  const last = records.at(-1);
  const taken = lines.slice(0, records.length);
  return {
    byte: taken.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, byte),
    proved: last === undefined ? proved : { sequence: last.sequence + 1, seal: sealOf(last) },
  };
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
