import type { KeyObject } from "node:crypto";
import { expectedHash, GENESIS_SEAL, readAuditLine, sealOf, type AuditLine } from "./auditRecord";
import { isSignedBy } from "./groupSignature";

/** How far a chain has been proved: the number of the next record, and what it must stand on. */
export interface Proved {
  readonly sequence: number;
  readonly seal: string;
}

/** What the lines have proved. */
export interface Proof {
  readonly records: readonly AuditLine[];
  /** Whether a line follows that does not belong there: nothing behind it can be proved. */
  readonly isBroken: boolean;
}

/** Before a chain's first record. */
export const NOTHING_PROVED: Proved = { sequence: 0, seal: GENESIS_SEAL };

/**
 * The records at the beginning of some lines that a signature of these keys vouches for: up to the last genuine one
 * that the records lead to without a break, since its hash covers all before it.
 */
export function proveLines(
  keys: readonly KeyObject[],
  chain: string,
  { sequence, seal }: Proved,
  lines: readonly string[],
): Proof {
  const unbroken: AuditLine[] = [];
  let last = seal;
  for (const line of lines) {
    const record = readAuditLine(line);
    if (record?.chain !== chain || record.sequence !== sequence + unbroken.length) break;
    if (record.hash !== expectedHash(last, line)) break;
    unbroken.push(record);
    last = sealOf(record);
  }
  const records = unbroken.slice(0, unbroken.findLastIndex(record => isSignedBy(keys, record)) + 1);
  return { records, isBroken: unbroken.length < lines.length };
}
