import { createHash } from "node:crypto";

/** What is known of one operation before it is put into a chain. Holds tokens, never numbers or names. */
export interface AuditEntry {
  /** INTENT stands before a mutation is sent on, OPERATION after it or after a query, ALARM by itself. */
  readonly kind: "INTENT" | "OPERATION" | "ALARM";
  readonly at: string;
  readonly caller: string;
  readonly institution: string;
  readonly purpose: string;
  readonly reference: string | null;
  readonly operation: string;
  readonly subjectIds: readonly string[];
  /** `Type.field`, in the order of the document; of an INTENT the changes that are about to be made. */
  readonly fieldsReturned: readonly string[];
  readonly fieldsDenied: readonly string[];
  readonly servedFromCache: readonly string[];
  /** OK, PARTIAL, INTENT, the code of the error that refused the operation whole, or the kind of the alarm. */
  readonly outcome: string;
  readonly ruleVersions: readonly string[];
  /** Keyed digest of the answer's data, so that a copy of it can later be proved to be this one. */
  readonly resultDigest: string;
  /** How many it was when an alarm was raised. */
  readonly alarmCount?: number;
}

/** The first line of each chain: which gateway start it belongs to and where the chain before it ended. */
export interface ChainOpening {
  readonly kind: "OPENING";
  readonly at: string;
  readonly previousChain: string | null;
  readonly previousSequence: number | null;
  readonly previousHash: string | null;
}

/** An operation in its place in a chain. */
export type AuditRecord = AuditEntry & AuditReceipt;

/** A line of the audit file. `hash` covers the line before and everything of this one. */
export type AuditLine = (AuditEntry | ChainOpening) & AuditReceipt;

/** What a client gets as `extensions.audit`. */
export interface AuditReceipt {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What the hash of a chain's first record stands on. */
export const GENESIS_HASH = "0".repeat(64);

/** Seals content into a chain: the text that is written and its receipt. Content is written once, in this order. */
export function sealRecord(
  previousHash: string,
  chain: string,
  sequence: number,
  content: AuditEntry | ChainOpening,
): { readonly line: string; readonly receipt: AuditReceipt } {
  const body = JSON.stringify({ chain, sequence, ...content });
  const hash = hashOf(previousHash, body);
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}\n`, receipt: { chain, sequence, hash } };
}

const HASH_MEMBER = /,"hash":"[0-9a-f]{64}"\}$/;

/** The hash that a line as written must carry, given the hash of the line before; null for a line of another shape. */
export function expectedHash(previousHash: string, line: string): string | null {
  const body = line.replace(HASH_MEMBER, "}");
  // `hash` is the last member, so everything before it, and nothing after it, has been hashed.
  return body.length === line.length ? null : hashOf(previousHash, body);
}

/** Reads a line as written; null for anything that is no record. Whether it is a true one is for `expectedHash`. */
export function readAuditLine(line: string): AuditLine | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "hash" in value ? (value as AuditLine) : null;
  } catch {
    return null;
  }
}

function hashOf(previousHash: string, body: string): string {
  return createHash("sha256").update(previousHash).update("\n").update(body).digest("hex");
}
