import { createHmac, hkdfSync, type KeyObject } from "node:crypto";
import { dataText } from "../answerText";

const KEY_BYTES = 32;
const KEY_PURPOSE = "duanka-audit-result-digest";

/** The digest of an answer's data. */
export type ResultDigest = (data: unknown) => string;

/**
 * HMAC-SHA256 over `data` as it is sent, base64url. With a key, since an answer with few possible values could be
 * guessed from a bare digest; the key follows from the one that signs checkpoints.
 */
export function createResultDigest(signingKey: KeyObject): ResultDigest {
  const secret = signingKey.export({ format: "der", type: "pkcs8" });
  const key = Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), KEY_PURPOSE, KEY_BYTES));
  return data => createHmac("sha256", key).update(dataText(data)).digest("base64url");
}
