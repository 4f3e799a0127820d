import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomFillSync,
  type KeyObject,
} from "node:crypto";
import { HubError } from "./errors";

/** The keys at rest: new values are sealed with the current one, old values open with the one they name. */
export interface StoreKeys {
  readonly current: string;
  /** 32 bytes each, by key id. */
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** Seals single values for storage. The context says where a value belongs; it opens nowhere else. */
export interface Sealer {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG_OPTIONS = { authTagLength: TAG_BYTES } as const;
/** Short, since it stands in every sealed value, and free of the dot that ends it. */
const KEY_ID_FORM = /^[A-Za-z0-9_-]{1,16}$/;
/** One call to the random source fills this many nonces: during an import it was a third of the cost. */
const NONCES_AHEAD = 256;

/**
 * AES-256-GCM. A sealed value is `<key id>.<base64url of nonce, ciphertext and tag>`; key id and context are
 * authenticated with it. Nonces are random: rotate a key well before it has sealed 2^32 values.
 */
export function createSealer({ current, keys }: StoreKeys): Sealer {
  const keyById = importKeys(keys);
  const currentKey = keyById.get(current);
  if (currentKey === undefined) throw new Error("the current store key is not among the store keys");
  const prefix = `${current}.`;
  const nextNonce = createNonceSource();

  return {
    seal(plain, context) {
      const nonce = nextNonce();
      const cipher = createCipheriv(ALGORITHM, currentKey, nonce, TAG_OPTIONS);
      cipher.setAAD(associatedData(current, context));
      const ciphertext = cipher.update(plain, "utf8");
      // In counter mode the last call yields no bytes, only the tag.
      cipher.final();
      const packed = Buffer.concat(
        [nonce, ciphertext, cipher.getAuthTag()],
        NONCE_BYTES + ciphertext.length + TAG_BYTES,
      );
      return prefix + packed.toString("base64url");
    },

    open(sealed, context) {
      const dot = sealed.indexOf(".");
      const keyId = sealed.slice(0, Math.max(dot, 0));
      const key = keyById.get(keyId);
      if (key === undefined) throw cannotOpen("it names no key that is loaded");
      const text = sealed.slice(dot + 1);
      const packed = Buffer.from(text, "base64url");
      // Decoding skips what it does not know; writing it again shows whether a character was changed.
      if (packed.toString("base64url") !== text) throw cannotOpen("it is not base64url");
      if (packed.length < NONCE_BYTES + TAG_BYTES) throw cannotOpen("it is too short");
      const decipher = createDecipheriv(ALGORITHM, key, packed.subarray(0, NONCE_BYTES), TAG_OPTIONS);
      decipher.setAAD(associatedData(keyId, context));
      decipher.setAuthTag(packed.subarray(packed.length - TAG_BYTES));
      try {
        const plain = decipher.update(
          packed.subarray(NONCE_BYTES, packed.length - TAG_BYTES),
          undefined,
          "utf8",
        );
        return plain + decipher.final("utf8");
      } catch (error) {
        throw cannotOpen("it was changed, moved to another place, or sealed with another key", error);
      }
    },
  };
}

function importKeys(keys: Readonly<Record<string, Buffer>>): ReadonlyMap<string, KeyObject> {
  return new Map(
    Object.entries(keys).map(([id, key]) => {
      if (!KEY_ID_FORM.test(id)) throw new Error("a store key id has 1 to 16 letters, digits, _ or -");
      if (key.length !== KEY_BYTES) throw new Error(`store key ${id} must have ${KEY_BYTES} bytes`);
      return [id, createSecretKey(key)];
    }),
  );
}

/** Hands out slices of a random block; each slice is used once and the block is replaced when it is empty. */
function createNonceSource(): () => Buffer {
  let block = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === block.length) {
      block = randomFillSync(Buffer.allocUnsafeSlow(NONCE_BYTES * NONCES_AHEAD));
      used = 0;
    }
    used += NONCE_BYTES;
    return block.subarray(used - NONCE_BYTES, used);
  };
}

function associatedData(keyId: string, context: string): Buffer {
  return Buffer.from(`${keyId}|${context}`, "utf8");
}

function cannotOpen(why: string, cause?: unknown): HubError {
  return new HubError("INTERNAL", "A stored value could not be read.", {
    detail: `a sealed value does not open: ${why}`,
    cause,
  });
}
