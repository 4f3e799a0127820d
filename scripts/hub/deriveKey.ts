import { createHmac } from "node:crypto";

/** A key for one purpose alone, so that what is named with it tells nothing of what the secret names elsewhere. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return createHmac("sha256", secret).update(`duanka ${purpose}`).digest();
}
