/** As long as the SHA-256 output and an AES-256 key: shorter ones are guessed sooner than computed. */
const MIN_SECRET_BYTES = 32;

/** Throws when a secret is too short to keep anything; the message names it and never shows it. */
export function requireSecret(name: string, secret: Buffer): Buffer {
  if (secret.length < MIN_SECRET_BYTES) {
    throw new Error(`the ${name} must have at least ${MIN_SECRET_BYTES} bytes and has ${secret.length}`);
  }
  return secret;
}
