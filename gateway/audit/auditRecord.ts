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
export type AuditLine = (AuditEntry | ChainOpening) &
  AuditReceipt & {
    /** On the last line of each group that was written together: what none of our keys has signed counts for nothing. */
    readonly signature?: string;
  };

/** What a client gets as `extensions.audit`. */
export interface AuditReceipt {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What a chain's first record stands on. */
export const GENESIS_SEAL = "0".repeat(64);

/** A record in its place, as it is written. */
export interface SealedRecord {
  readonly line: string;
  readonly receipt: AuditReceipt;
  /** What the next record stands on. */
  readonly seal: string;
}

/** Seals content into a chain, and signs it where it ends a group. Content is written once, in this order. */
export function sealRecord(
  previousSeal: string,
  chain: string,
  sequence: number,
  content: AuditEntry | ChainOpening,
  sign: ((end: AuditReceipt) => string) | null,
): SealedRecord {
  const body = JSON.stringify({ chain, sequence, ...content });
  const hash = hashOf(previousSeal, body);
  const receipt = { chain, sequence, hash };
  const signature = sign?.(receipt);
  const signed = signature === undefined ? "" : `,"signature":"${signature}"`;
  return { line: `${body.slice(0, -1)},"hash":"${hash}"${signed}}\n`, receipt, seal: signature ?? hash };
}

/** What the record after this line stands on: the signature where there is one, so that none can be taken away. */
export function sealOf({ hash, signature }: AuditLine): string {
  return signature ?? hash;
}

const SEALING_MEMBERS = /,"hash":"[0-9a-f]{64}"(,"signature":"[\w-]{86}")?\}$/;

/** The hash that a line as written must carry, given what it stands on; null for a line of another shape. */
export function expectedHash(previousSeal: string, line: string): string | null {
  const body = line.replace(SEALING_MEMBERS, "}");
  // Everything before `hash` has been hashed, and after it nothing but the signature stands.
  return body.length === line.length ? null : hashOf(previousSeal, body);
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

function hashOf(previousSeal: string, body: string): string {
  return createHash("sha256").update(previousSeal).update("\n").update(body).digest("hex");
}
