import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { KeyObject } from "node:crypto";
import { expectedHash, GENESIS_HASH } from "./auditRecord";
import { isGenuineCheckpoint, type Checkpoint } from "./checkpoint";

/** What the check of one chain came to. */
export interface ChainVerdict {
  readonly chain: string;
  /** Whole records found before the first bad one. */
  readonly length: number;
  readonly intact: boolean;
  readonly firstBadSequence: number | null;
  /** What is wrong, in a sentence; null for an intact chain. */
  readonly reason: string | null;
}

const SUFFIX = ".ndjson";

/** The file that a chain is kept in. */
export function auditFileOf(directory: string, chain: string): string {
  return join(directory, `${chain}${SUFFIX}`);
}

/**
 * Checks every chain of a folder, record by record and against the checkpoints that others keep, and every
 * chain that a checkpoint tells of and the folder no longer has.
 */
export async function verifyAudit(
  directory: string,
  checkpoints: readonly Checkpoint[],
  verifyKey: KeyObject,
): Promise<ChainVerdict[]> {
  const files = (await readdir(directory)).filter(name => name.endsWith(SUFFIX));
  const chains = new Set([
    ...files.map(name => name.slice(0, -SUFFIX.length)),
    ...checkpoints.map(one => one.chain),
  ]);
  const verdicts: ChainVerdict[] = [];
  for (const chain of [...chains].sort()) {
    const own = checkpoints.filter(one => one.chain === chain && isGenuineCheckpoint(verifyKey, one));
    const present = files.includes(`${chain}${SUFFIX}`);
    verdicts.push(present ? await verifyChain(directory, chain, own) : missing(chain));
  }
  return verdicts;
}

function missing(chain: string): ChainVerdict {
  return broken(chain, 0, "the file is gone, though checkpoints tell of it");
}

function broken(chain: string, sequence: number, reason: string): ChainVerdict {
  return { chain, length: sequence, intact: false, firstBadSequence: sequence, reason };
}

async function verifyChain(
  directory: string,
  chain: string,
  checkpoints: readonly Checkpoint[],
): Promise<ChainVerdict> {
  const expected = new Map(checkpoints.map(one => [one.sequence, one.hash]));
  const last = Math.max(-1, ...expected.keys());
  let previousHash = GENESIS_HASH;
  let sequence = 0;
  let torn = false;
  for await (const line of createInterface({ input: createReadStream(auditFileOf(directory, chain)) })) {
    if (torn) return broken(chain, sequence, "this line is no record");
    // A crash may tear the last line; it was never acknowledged, so no answer left on it.
    torn = parseLine(line) === null;
    if (torn) continue;
    const reason = faultOf(line, chain, sequence, previousHash, expected);
    if (reason !== null) return broken(chain, sequence, reason);
    previousHash = hashIn(line);
    sequence += 1;
  }
  if (sequence <= last)
    return broken(chain, sequence, `the file ends here, a checkpoint tells of record ${last}`);
  return { chain, length: sequence, intact: true, firstBadSequence: null, reason: null };
}

function faultOf(
  line: string,
  chain: string,
  sequence: number,
  previousHash: string,
  expected: ReadonlyMap<number, string>,
): string | null {
  const record = parseLine(line);
  if (record === null) return "this line is no record";
  if (record.chain !== chain || record.sequence !== sequence) {
    return `a record numbered ${String(record.chain)}/${String(record.sequence)} stands where ${chain}/${sequence} belongs`;
  }
  if (record.hash !== expectedHash(previousHash, line)) return "the record or the one before it was changed";
  const deposited = expected.get(sequence);
  return deposited === undefined || deposited === record.hash
    ? null
    : "a checkpoint kept elsewhere has another hash";
}

function parseLine(line: string): { chain: unknown; sequence: unknown; hash: unknown } | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "hash" in value
      ? (value as { chain: unknown; sequence: unknown; hash: unknown })
      : null;
  } catch {
    return null;
  }
}

function hashIn(line: string): string {
  return (JSON.parse(line) as { hash: string }).hash;
}
