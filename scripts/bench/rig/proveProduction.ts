import { createPublicKey } from "node:crypto";
import { closeSync, createReadStream, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { readAuditLine, type AuditLine, type AuditReceipt } from "../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../gateway/audit/chainFiles";
import { verifyAudit, type CheckpointSource } from "../../../gateway/audit/verifyAudit";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import type { BenchWorld } from "./createBenchWorld";
import { requireRefusals } from "./requireRefusals";
import { requireSealed } from "./requireSealed";
import { unproven } from "./unproven";
import type { Rig, StartedContestant, SubgraphOrigins } from "./rig";

/** What was seen of one gateway of ours that was measured: nothing of this comes from one that runs with less. */
export interface Proof {
  /** Answers under load, each with a receipt of its own, whose record is in the file. */
  readonly answers: number;
  /** Signed access records that stand unbroken in its folder, receipts and refusals alike. */
  readonly records: number;
  /** Cached values that were looked at, each sealed for its place; null where it has no Redis. */
  readonly sealed: number | null;
}

/** What a proof is made with. */
export interface ProofParts {
  readonly environment: Readonly<Record<string, string>>;
  readonly world: BenchWorld;
  /** The real ones: they are called without a signature, and with a stranger's. */
  readonly subgraphs: SubgraphOrigins;
  readonly headersOf: Rig["headersOf"];
  /** A demo user's token that ends after so many seconds. */
  readonly tokenEndingIn: (seconds: number, sub: string) => Promise<string>;
  readonly redisUrl: string | null;
  readonly onProof: (proof: Proof) => void;
}

/**
 * Hashes by chain and sequence, as numbers: a piece of an answer's text would hold all of that answer, as the name of
 * each chain does once, and a small Buffer the eight kilobytes that Node cut it from.
 */
type Receipts = Map<string, Map<number, bigint>>;

const RECEIPT = /^"audit":\{"chain":"([^"]+)","sequence":(\d+),"hash":"([0-9a-f]{64})"\}/;
/** Of so many answers one is held against the file the moment it comes: its record has to be there already. */
const LOOKED_UP_EVERY = 500;
/** Whoever was shown it was shown somebody. */
const PERSON = "Query.subject";
/** Far more than what a gateway writes between an answer and a look. */
const FILE_END_BYTES = 256 * 1024;
/** The depositories go with the run; the signatures in the file vouch for it. */
const NO_CHECKPOINTS: CheckpointSource = {
  chains: () => Promise.resolve([]),
  async *of() {},
};

/**
 * A gateway of ours that is to be measured, made to prove that it runs with everything on. Before, and once more when
 * it has been measured: it refuses who has no token, a forged one or one that has ended since, no purpose, a case of
 * nobody's, or an application of somebody else's, and who tries numbers in a row; it keeps lines from a bank; and its
 * subgraphs refuse what is not signed or signed by a stranger. While it is measured: an answer without a receipt is a
 * wrong one, and one whose record is not in the file yet. When it is stopped: its access records are unbroken and signed,
 * and those of all receipts are among them and say who has seen what; what it kept in Redis is sealed, may be kept, and
 * ends in time. Throws where one of these does not hold.
 */
export async function proveProduction(
  ours: StartedContestant,
  parts: ProofParts,
): Promise<StartedContestant> {
  await requireRefusals(ours.url, parts);
  const receipts: Receipts = new Map();
  return {
    ...ours,
    isOnRecord(body) {
      const [, chain, sequence, hash] = RECEIPT.exec(body.slice(body.lastIndexOf('"audit":{'))) ?? [];
      if (chain === undefined || hash === undefined) return false;
      const isNew = keepReceipt(receipts, { chain, sequence: Number(sequence), hash });
      return (
        isNew &&
        (countOf(receipts) % LOOKED_UP_EVERY !== 1 || isWritten(auditFileOf(ours.auditFolder, chain), hash))
      );
    },
    async stop() {
      await requireRefusals(ours.url, parts);
      const sealed = parts.redisUrl === null ? null : await requireSealed(parts.redisUrl, parts.environment);
      await ours.stop();
      const records = await requireRecords(ours.auditFolder, parts, receipts);
      parts.onProof({ answers: countOf(receipts), records, sealed });
    },
  };
}

/** False where it was there already. */
function keepReceipt(receipts: Receipts, { chain, sequence, hash }: AuditReceipt): boolean {
  const ofChain = receipts.get(chain) ?? new Map<number, bigint>();
  receipts.set(chain, ofChain);
  const isNew = !ofChain.has(sequence);
  ofChain.set(sequence, toNumber(hash));
  return isNew;
}

function toNumber(hash: string): bigint {
  return BigInt(`0x${hash}`);
}

function countOf(receipts: Receipts): number {
  return [...receipts.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Whether a record stands in the file: near its end, where it has only just been written. */
function isWritten(path: string, hash: string): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const end = Buffer.alloc(Math.min(size, FILE_END_BYTES));
    readSync(file, end, 0, end.length, size - end.length);
    return end.includes(`"hash":"${hash}"`);
  } finally {
    closeSync(file);
  }
}

/** How many records stand unbroken and signed: those of all receipts are among them, and say who has seen what. */
async function requireRecords(
  auditFolder: string,
  { environment }: ProofParts,
  receipts: Receipts,
): Promise<number> {
  const { auditSigningKey } = readSettings(environment, SECRET_SETTINGS);
  const chains = await verifyAudit(auditFolder, NO_CHECKPOINTS, [createPublicKey(auditSigningKey)]);
  let found = 0;
  for (const { chain, intact, length, reason } of chains) {
    if (!intact) throw unproven(`the access records of ${chain} are not whole`, String(reason));
    const lines = createInterface({ input: createReadStream(auditFileOf(auditFolder, chain)) });
    for await (const line of lines) {
      const record = readAuditLine(line);
      // Behind the last signature nothing counts.
      if (record === null || record.sequence >= length) continue;
      if (receipts.get(chain)?.get(record.sequence) !== toNumber(record.hash)) continue;
      if (!saysWhoSawWhat(record))
        throw unproven("the record of an answer does not say who has seen what", line);
      found += 1;
    }
  }
  const answers = countOf(receipts);
  if (answers === 0) throw unproven("nothing was answered", auditFolder);
  if (found !== answers)
    throw unproven(`${answers - found} of ${answers} receipts have no record`, auditFolder);
  return chains.reduce((sum, { length }) => sum + length, 0);
}

function saysWhoSawWhat(record: AuditLine): boolean {
  return (
    record.kind === "OPERATION" &&
    [record.caller, record.purpose, record.resultDigest].every(text => text !== "") &&
    record.fieldsReturned.length > 0 &&
    (record.subjectIds.length > 0 || !record.fieldsReturned.includes(PERSON))
  );
}
