import { sign, verify, type KeyObject } from "node:crypto";
import type { AuditLine, AuditReceipt } from "./auditRecord";

/** Ed25519 over where the group ends, base64url: its hash covers every record before it. */
export function signGroup(key: KeyObject, end: AuditReceipt): string {
  return sign(null, statementOf(end), key).toString("base64url");
}

/** Whether one of these keys has signed that the chain had come to this line. */
export function isSignedBy(keys: readonly KeyObject[], line: AuditLine): boolean {
  if (line.signature === undefined) return false;
  const signature = Buffer.from(line.signature, "base64url");
  return keys.some(key => verify(null, statementOf(line), key, signature));
}

function statementOf({ chain, sequence, hash }: AuditReceipt): Buffer {
  return Buffer.from(JSON.stringify(["duanka-audit-group", chain, sequence, hash]));
}
