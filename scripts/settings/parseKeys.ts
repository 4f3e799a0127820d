import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { StoreKeys } from "../../schema/contract/sealing";

const SECRET_BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** A secret of 32 bytes in base64. */
export function parseSecret(text: string): Buffer {
  const secret = decode(text);
  if (secret.length !== SECRET_BYTES) throw new Error(`must be ${SECRET_BYTES} bytes in base64`);
  return secret;
}

/** `<id>:<base64>`, several separated by commas: the first seals, all open. */
export function parseKeyRing(text: string): StoreKeys {
  const entries = text.split(",").map(entry => {
    const [id, key] = entry.trim().split(":");
    if (!id || !key) throw new Error("must be <id>:<32 bytes in base64>, several separated by commas");
    return [id, parseSecret(key)] as const;
  });
  return { current: entries[0]?.[0] ?? "", keys: Object.fromEntries(entries) };
}

/** An Ed25519 private key: PKCS #8, DER, in base64. */
export function parseSigningKey(text: string): KeyObject {
  const key = attempt(() => createPrivateKey({ key: decode(text), format: "der", type: "pkcs8" }));
  if (key?.asymmetricKeyType !== "ed25519")
    throw new Error("must be an Ed25519 private key (PKCS #8, DER, in base64)");
  return key;
}

/** Ed25519 public keys: SPKI, DER, in base64, separated by commas; several while one is being replaced. */
export function parseVerifyKeys(text: string): readonly KeyObject[] {
  return text.split(",").map(entry => {
    const key = attempt(() => createPublicKey({ key: decode(entry.trim()), format: "der", type: "spki" }));
    if (key?.asymmetricKeyType !== "ed25519")
      throw new Error("must be Ed25519 public keys (SPKI, DER, in base64)");
    return key;
  });
}

/** `<name>:<public key>`, separated by commas: the one key of each that may sign. */
export function parseNamedVerifyKeys(text: string): ReadonlyMap<string, KeyObject> {
  return new Map(
    text.split(",").map(entry => {
      const [name, key = ""] = entry.trim().split(":");
      const [verifyKey] = parseVerifyKeys(key);
      if (!name || verifyKey === undefined)
        throw new Error("must be <subgraph>:<Ed25519 public key>, several separated by commas");
      return [name, verifyKey] as const;
    }),
  );
}

/** An X25519 public key, to which can be sealed and from which nothing can be opened: SPKI, DER, in base64. */
export function parseSealingKey(text: string): KeyObject {
  const key = attempt(() => createPublicKey({ key: decode(text), format: "der", type: "spki" }));
  if (key?.asymmetricKeyType !== "x25519")
    throw new Error("must be an X25519 public key (SPKI, DER, in base64)");
  return key;
}

function decode(text: string): Buffer {
  if (!BASE64.test(text)) throw new Error("must be base64");
  return Buffer.from(text, "base64");
}

/** OpenSSL's own message can quote the bytes. */
function attempt(parse: () => KeyObject): KeyObject | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
