import { sign, verify, type KeyObject } from "node:crypto";
import type { AuditReceipt } from "./auditRecord";

/** A signed statement that a chain had come this far: kept by others, it shows a cut tail and an old copy. */
export interface Checkpoint extends AuditReceipt {
  readonly at: string;
  /** Ed25519 over chain, sequence, hash and time, base64url. */
  readonly signature: string;
}

/** Signs where a chain stands. */
export function signCheckpoint(
  key: KeyObject,
  { chain, sequence, hash }: AuditReceipt,
  at: string,
): Checkpoint {
  const signature = sign(null, statementOf({ chain, sequence, hash, at }), key).toString("base64url");
  return { chain, sequence, hash, at, signature };
}

/** Whether the gateway's key made this statement. */
export function isGenuineCheckpoint(key: KeyObject, checkpoint: Checkpoint): boolean {
  return verify(null, statementOf(checkpoint), key, Buffer.from(checkpoint.signature, "base64url"));
}

function statementOf({ chain, sequence, hash, at }: Omit<Checkpoint, "signature">): Buffer {
  return Buffer.from(JSON.stringify(["duanka-audit-checkpoint", chain, sequence, hash, at]));
}
