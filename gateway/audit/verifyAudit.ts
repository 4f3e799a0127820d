import { createReadStream } from "node:fs";
import type { KeyObject } from "node:crypto";
import { expectedHash, GENESIS_HASH, readAuditLine, type AuditLine, type AuditReceipt } from "./auditRecord";
import { auditFileOf, listChains } from "./chainFiles";
import { isGenuineCheckpoint, type Checkpoint } from "./checkpoint";

/** What the check of one chain came to. */
export interface ChainVerdict {
  readonly chain: string;
  /** Good records found before the first bad one. */
  readonly length: number;
  readonly intact: boolean;
  readonly firstBadSequence: number | null;
  /** What is wrong, in a sentence; null for an intact chain. */
  readonly reason: string | null;
  /** How many genuine checkpoints vouch for the chain: without one, a file written anew cannot be told. */
  readonly checkpoints: number;
  /** Checkpoints without a valid signature: forged, or made with a key that was not given. They count for nothing. */
  readonly unsignedCheckpoints: number;
}

/** What others say of a chain: its records by number, and who says so. */
interface Testimony {
  readonly hash: string;
  readonly witness: string;
}

/**
 * Checks every chain of a folder, record by record: against each other, against the checkpoints that others keep,
 * and against what the next chain says of where this one ended. A chain that somebody tells of and the folder no
 * longer has is told of too. Chains still being written may be checked: a line half written is no fault.
 */
export async function verifyAudit(
  directory: string,
  checkpoints: readonly Checkpoint[],
  verifyKeys: readonly KeyObject[],
): Promise<ChainVerdict[]> {
  const present = await listChains(directory);
  const testimonies = new Map<string, Map<number, Testimony>>();
  const counts = new Map<string, { genuine: number; unsigned: number }>();
  for (const checkpoint of checkpoints) {
    const isGenuine = verifyKeys.some(key => isGenuineCheckpoint(key, checkpoint));
    const count = counts.get(checkpoint.chain) ?? { genuine: 0, unsigned: 0 };
    counts.set(checkpoint.chain, count);
    count[isGenuine ? "genuine" : "unsigned"] += 1;
    if (isGenuine) testify(testimonies, checkpoint, "a checkpoint kept elsewhere");
  }
  for (const chain of present) await hearOpening(directory, chain, testimonies);

  const verdicts: ChainVerdict[] = [];
  for (const chain of [...new Set([...present, ...counts.keys(), ...testimonies.keys()])].sort()) {
    const { genuine, unsigned } = counts.get(chain) ?? { genuine: 0, unsigned: 0 };
    const heard = testimonies.get(chain) ?? new Map<number, Testimony>();
    const finding = present.includes(chain)
      ? await verifyChain(directory, chain, heard)
      : { length: 0, reason: heard.size === 0 ? null : "the file is gone, though others tell of it" };
    verdicts.push({
      chain,
      ...finding,
      intact: finding.reason === null,
      firstBadSequence: finding.reason === null ? null : finding.length,
      checkpoints: genuine,
      unsignedCheckpoints: unsigned,
    });
  }
  return verdicts;
}

function testify(
  testimonies: Map<string, Map<number, Testimony>>,
  { chain, sequence, hash }: AuditReceipt,
  witness: string,
): void {
  const ofChain = testimonies.get(chain) ?? new Map<number, Testimony>();
  testimonies.set(chain, ofChain);
  const before = ofChain.get(sequence);
  // Two that contradict each other cannot both be borne out, whichever the file bears out.
  ofChain.set(sequence, { hash: before === undefined || before.hash === hash ? hash : "", witness });
}

/** An opening vouches for the end of the chain before it. */
async function hearOpening(
  directory: string,
  chain: string,
  testimonies: Map<string, Map<number, Testimony>>,
): Promise<void> {
  for await (const { text } of linesOf(auditFileOf(directory, chain))) {
    const opening = readAuditLine(text);
    if (opening?.kind !== "OPENING") return;
    const { previousChain, previousSequence, previousHash } = opening;
    if (previousChain === null || previousSequence === null || previousHash === null) return;
    const end = { chain: previousChain, sequence: previousSequence, hash: previousHash };
    testify(testimonies, end, `the opening of chain ${chain}`);
    return;
  }
}

async function verifyChain(
  directory: string,
  chain: string,
  testimonies: ReadonlyMap<number, Testimony>,
): Promise<{ readonly length: number; readonly reason: string | null }> {
  let previousHash = GENESIS_HASH;
  let length = 0;
  for await (const { text, isWhole } of linesOf(auditFileOf(directory, chain))) {
    // A crash may tear the last line, and a record may be on its way: neither was acknowledged.
    if (!isWhole) break;
    const record = readAuditLine(text);
    const reason =
      record === null
        ? "this line is no record"
        : faultOf(record, text, { chain, sequence: length, hash: previousHash }, testimonies.get(length));
    if (record === null || reason !== null) return { length, reason };
    previousHash = record.hash;
    length += 1;
  }
  let last = -1;
  for (const sequence of testimonies.keys()) last = Math.max(last, sequence);
  if (length > last) return { length, reason: null };
  return {
    length,
    reason: `the file ends here, though ${testimonies.get(last)?.witness} tells of record ${last}`,
  };
}

function faultOf(
  record: AuditLine,
  text: string,
  { chain, sequence, hash }: AuditReceipt,
  testimony: Testimony | undefined,
): string | null {
  if (record.chain !== chain || record.sequence !== sequence) {
    return `a record numbered ${record.chain}/${record.sequence} stands where ${chain}/${sequence} belongs`;
  }
  if (record.hash !== expectedHash(hash, text)) return "the record was changed, or the one before it";
  if (testimony === undefined || testimony.hash === record.hash) return null;
  return `${testimony.witness} tells of another record here`;
}

interface FileLine {
  readonly text: string;
  /** Ended by a newline. */
  readonly isWhole: boolean;
}

const NEWLINE = 0x0a;

/** The lines of a file as bytes have it: node's own line reader would also break at other characters. */
async function* linesOf(path: string): AsyncGenerator<FileLine> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const part = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, from)) {
      yield { text: part.toString("utf8", from, end), isWhole: true };
      from = end + 1;
    }
    rest = part.subarray(from);
  }
  if (rest.length > 0) yield { text: rest.toString("utf8"), isWhole: false };
}
