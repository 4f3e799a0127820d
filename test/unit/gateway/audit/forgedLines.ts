import type { KeyObject } from "node:crypto";
import {
  GENESIS_SEAL,
  readAuditLine,
  sealOf,
  sealRecord,
  type AuditEntry,
  type AuditLine,
  type AuditReceipt,
} from "../../../../gateway/audit/auditRecord";
import { signGroup } from "../../../../gateway/audit/groupSignature";
import { entry } from "./auditFolder";

/** What somebody without the signing key can still do: a whole chain written anew, each hash right. */
export function recompute(chain: string, lines: readonly string[], rest: Partial<AuditEntry>): string[] {
  let previous = GENESIS_SEAL;
  return lines.map((line, index) => {
    const { chain: _chain, sequence: _sequence, hash: _hash, signature, ...content } = readRecord(line);
    const changed = index === 2 ? ({ ...content, ...rest } as AuditEntry) : content;
    const sealed = sealRecord(
      previous,
      chain,
      index,
      changed,
      signature === undefined ? null : () => signature,
    );
    previous = sealed.seal;
    return sealed.line.trimEnd();
  });
}

/** What anybody can put behind a chain: records that fit, the last one signed if a key is at hand. */
export function append(
  chain: string,
  lines: readonly string[],
  callers: readonly string[],
  key: KeyObject | null,
): string[] {
  let previous = sealOf(readRecord(lines.at(-1)!));
  const added = callers.map((caller, index) => {
    const isSigned = key !== null && index === callers.length - 1;
    const sign = isSigned ? (end: AuditReceipt) => signGroup(key, end) : null;
    const sealed = sealRecord(previous, chain, lines.length + index, entry({ caller }), sign);
    previous = sealed.seal;
    return sealed.line.trimEnd();
  });
  return [...lines, ...added];
}

/** A chain as it was written before groups were signed. */
export function withoutSignatures(chain: string, lines: readonly string[]): string[] {
  let previous = GENESIS_SEAL;
  return lines.map((line, sequence) => {
    const { chain: _chain, sequence: _sequence, hash: _hash, signature: _, ...content } = readRecord(line);
    const { line: written, seal } = sealRecord(previous, chain, sequence, content, null);
    previous = seal;
    return written.trimEnd();
  });
}

/** A line that is known to be a record. */
export function readRecord(line: string): AuditLine {
  return readAuditLine(line)!;
}
