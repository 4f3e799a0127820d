import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A raw X25519 public key. */
const POINT_BYTES = 32;
/** What precedes the raw key in its SPKI form (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b656e032100", "hex");
/** Stands in front, so that values of a later construction can be told apart. */
const VERSION = "1.";
const INFO = "duanka-informant-1";

/** Seals who gave a tip; the context is the tip's id, and the sealed value opens for no other. */
export type SealInformant = (identity: string, tipId: string) => string;

/**
 * Seals to a public key alone: a new X25519 key for each value, HKDF-SHA256 and AES-256-GCM. Whoever seals cannot open,
 * so a hub that is taken whole, with its store and all of its keys, does not tell who informed (N16-9).
 */
export function createInformantSeal(publicKey: KeyObject): SealInformant {
  requireX25519(publicKey);
  const recipient = rawPoint(publicKey);
  return (identity, tipId) => {
    const ephemeral = generateKeyPairSync("x25519");
    const point = rawPoint(ephemeral.publicKey);
    const key = deriveKey(diffieHellman({ privateKey: ephemeral.privateKey, publicKey }), point, recipient);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(tipId, "utf8"));
    const ciphertext = Buffer.concat([cipher.update(identity, "utf8"), cipher.final()]);
    return VERSION + Buffer.concat([point, nonce, ciphertext, cipher.getAuthTag()]).toString("base64url");
  };
}

/** Opens what was sealed, for whoever holds the private half, away from the hub. Throws for another key, tip or value. */
export function openInformant(privateKey: KeyObject, sealed: string, tipId: string): string {
  requireX25519(privateKey);
  const packed = Buffer.from(sealed.startsWith(VERSION) ? sealed.slice(VERSION.length) : "", "base64url");
  if (packed.length < POINT_BYTES + NONCE_BYTES + TAG_BYTES) throw new Error("this is no sealed informant");
  const point = packed.subarray(0, POINT_BYTES);
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, point]),
    format: "der",
    type: "spki",
  });
  const recipient = rawPoint(createPublicKey(privateKey));
  const key = deriveKey(diffieHellman({ privateKey, publicKey }), point, recipient);
  const nonce = packed.subarray(POINT_BYTES, POINT_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(tipId, "utf8"));
  decipher.setAuthTag(packed.subarray(packed.length - TAG_BYTES));
  const ciphertext = packed.subarray(POINT_BYTES + NONCE_BYTES, packed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}

function rawPoint(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: "der", type: "spki" }).subarray(-POINT_BYTES);
}

/** Both public keys go in, so that the key belongs to this pair and to no other. */
function deriveKey(secret: Buffer, ephemeral: Buffer, recipient: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, Buffer.concat([ephemeral, recipient]), INFO, KEY_BYTES));
}

function requireX25519(key: KeyObject): void {
  if (key.asymmetricKeyType !== "x25519") throw new Error("informants are sealed with X25519 keys only");
}
