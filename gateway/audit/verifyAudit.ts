import { createReadStream } from "node:fs";
import type { KeyObject } from "node:crypto";
import {
  expectedHash,
  GENESIS_SEAL,
  readAuditLine,
  sealOf,
  type AuditLine,
  type AuditReceipt,
} from "./auditRecord";
import { auditFileOf, listChains } from "./chainFiles";
import { isGenuineCheckpoint, type Checkpoint } from "./checkpoint";
import { isSignedBy } from "./groupSignature";

/** What the check of one chain came to. */
export interface ChainVerdict {
  readonly chain: string;
  /** Good records found before the first bad one; of an intact chain those that a signature vouches for. */
  readonly length: number;
  /**
   * Lines behind them that fit, but that nobody has signed: a stop in the middle of a write leaves such lines, whoever
   * adds some does too, and so did the last moments of a hub before groups were signed. They count for nothing.
   */
  readonly unsigned: number;
  readonly intact: boolean;
  readonly firstBadSequence: number | null;
  /** What is wrong, in a sentence; null for an intact chain. */
  readonly reason: string | null;
  /** How many genuine checkpoints vouch for the chain: without one, a cut tail cannot be told. */
  readonly checkpoints: number;
  /** Checkpoints without a valid signature: forged, or made with a key that was not given. They count for nothing. */
  readonly unsignedCheckpoints: number;
}

/** Checkpoints as others have kept them. */
export interface CheckpointSource {
  chains(): Promise<readonly string[]>;
  of(chain: string): AsyncIterable<Checkpoint>;
}

/** What somebody says of one record. */
interface Testimony {
  readonly hash: string;
  readonly witness: string;
}
type Testimonies = Map<number, Testimony>;

/**
 * Checks every chain of a folder, record by record: against each other, against the signature of their group, against
 * the checkpoints that others keep, and against what the next chain says of where this one ended. A chain that somebody tells of and the folder no
 * longer has is told of too. Chains still being written may be checked: a line half written is no fault.
 */
export async function verifyAudit(
  directory: string,
  source: CheckpointSource,
  verifyKeys: readonly KeyObject[],
): Promise<ChainVerdict[]> {
  const present = new Set(await listChains(directory));
  const ends = new Map<string, Testimonies>();
  for (const chain of present) await hearOpening(directory, chain, verifyKeys, ends);
  const all = new Set([...present, ...ends.keys(), ...(await source.chains())]);
  const verdicts: ChainVerdict[] = [];
  for (const chain of [...all].sort()) {
    const testimonies = ends.get(chain) ?? new Map<number, Testimony>();
    const counted = await hearCheckpoints(source.of(chain), verifyKeys, testimonies);
    const finding = present.has(chain)
      ? await verifyChain(directory, chain, verifyKeys, testimonies)
      : {
          length: 0,
          unsigned: 0,
          reason: testimonies.size === 0 ? null : "the file is gone, though others tell of it",
        };
    verdicts.push({
      chain,
      ...finding,
      intact: finding.reason === null,
      firstBadSequence: finding.reason === null ? null : finding.length,
      ...counted,
    });
  }
  return verdicts;
}

/** Lets those checkpoints testify that the gateway has signed, and counts them and the others. */
async function hearCheckpoints(
  checkpoints: AsyncIterable<Checkpoint>,
  keys: readonly KeyObject[],
  testimonies: Testimonies,
): Promise<Pick<ChainVerdict, "checkpoints" | "unsignedCheckpoints">> {
  const genuine = new Set<string>();
  let unsigned = 0;
  for await (const checkpoint of checkpoints) {
    // All depositories are given the same ones.
    if (genuine.has(checkpoint.signature) && testimonies.get(checkpoint.sequence)?.hash === checkpoint.hash)
      continue;
    if (keys.some(key => isGenuineCheckpoint(key, checkpoint))) {
      genuine.add(checkpoint.signature);
      testify(testimonies, checkpoint, "a checkpoint kept elsewhere");
    } else unsigned += 1;
  }
  return { checkpoints: genuine.size, unsignedCheckpoints: unsigned };
}

function testify(
  testimonies: Testimonies,
  { sequence, hash }: Pick<AuditReceipt, "sequence" | "hash">,
  witness: string,
): void {
  const before = testimonies.get(sequence);
  // Two that contradict each other cannot both be borne out, whichever the file bears out.
  testimonies.set(sequence, { hash: before === undefined || before.hash === hash ? hash : "", witness });
}

/** An opening vouches for the end of the chain before it, if it is signed: anybody can write one that is not. */
async function hearOpening(
  directory: string,
  chain: string,
  keys: readonly KeyObject[],
  ends: Map<string, Testimonies>,
): Promise<void> {
  for await (const { text } of linesOf(auditFileOf(directory, chain))) {
    const opening = readAuditLine(text);
    if (opening?.kind !== "OPENING" || opening.hash !== expectedHash(GENESIS_SEAL, text)) return;
    if (!isSignedBy(keys, opening)) return;
    const { previousChain, previousSequence: sequence, previousHash: hash } = opening;
    if (previousChain === null || sequence === null || hash === null) return;
    const testimonies = ends.get(previousChain) ?? new Map<number, Testimony>();
    ends.set(previousChain, testimonies);
    testify(testimonies, { sequence, hash }, `the opening of chain ${chain}`);
    return;
  }
}

interface Finding {
  readonly length: number;
  readonly unsigned: number;
  readonly reason: string | null;
}

async function verifyChain(
  directory: string,
  chain: string,
  keys: readonly KeyObject[],
  testimonies: Testimonies,
): Promise<Finding> {
  const bad = (length: number, reason: string): Finding => ({ length, unsigned: 0, reason });
  let seal = GENESIS_SEAL;
  let read = 0;
  let proved = 0;
  for await (const { text, isWhole } of linesOf(auditFileOf(directory, chain))) {
    // A crash may tear the last line, and a record may be on its way: neither was acknowledged.
    if (!isWhole) break;
    const record = readAuditLine(text);
    if (record === null) return bad(read, "this line is no record");
    const fault = faultOf(record, text, chain, read, seal);
    if (fault !== null) return bad(read, fault);
    if (record.signature !== undefined && !isSignedBy(keys, record))
      return bad(proved, `the records up to ${read} bear a signature of none of the given keys`);
    const testimony = testimonies.get(read);
    if (testimony !== undefined && testimony.hash !== record.hash)
      return bad(read, `${testimony.witness} tells of another record here`);
    seal = sealOf(record);
    read += 1;
    if (record.signature !== undefined || testimony !== undefined) proved = read;
  }
  let last = -1;
  for (const sequence of testimonies.keys()) last = Math.max(last, sequence);
  if (read <= last)
    return bad(read, `the file ends here, though ${testimonies.get(last)?.witness} tells of record ${last}`);
  if (proved === 0 && read > 0) return bad(0, "none of the given keys has signed anything of it");
  return { length: proved, unsigned: read - proved, reason: null };
}

function faultOf(
  record: AuditLine,
  text: string,
  chain: string,
  sequence: number,
  seal: string,
): string | null {
  if (record.chain !== chain || record.sequence !== sequence) {
    return `a record numbered ${record.chain}/${record.sequence} stands where ${chain}/${sequence} belongs`;
  }
  return record.hash === expectedHash(seal, text) ? null : "the record was changed, or the one before it";
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
