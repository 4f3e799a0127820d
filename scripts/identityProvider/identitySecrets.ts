import { generateKeyPairSync, type JsonWebKey, type KeyObject, randomBytes } from "node:crypto";
import { z } from "zod";
import { DEMO_ISSUERS, type DemoIssuer } from "./demoIssuers";
import { DEMO_USERS } from "./demoUsers";

const CLIENT_SECRET_BYTES = 32;
const KEY_ID_BYTES = 8;
const RSA_BITS = 2048;

/** What the embedded identity provider must keep, so that a restart leaves issued tokens valid. */
export const identitySecretsSchema = z.strictObject({
  /** Private signing key of each issuer, by its name. */
  signingKeys: z.record(z.string(), z.looseObject({ kty: z.string(), kid: z.string() })),
  /** Secret with which a demo user's client asks for a token, by `sub`. */
  clientSecrets: z.record(z.string(), z.string()),
  /** Signs the cookies of the log-in page. */
  cookieKey: z.string(),
});
export type IdentitySecrets = z.output<typeof identitySecretsSchema>;

/** New keys and client secrets for every demo issuer and user. */
export function createIdentitySecrets(): IdentitySecrets {
  return {
    signingKeys: Object.fromEntries(DEMO_ISSUERS.map(issuer => [issuer.name, createSigningKey(issuer)])),
    clientSecrets: Object.fromEntries(DEMO_USERS.map(user => [user.sub, createSecret()])),
    cookieKey: createSecret(),
  };
}

/** The same with a secret for every demo user who has none yet, as they may be newer than the data; null: all have one. */
export function completeIdentitySecrets(secrets: IdentitySecrets): IdentitySecrets | null {
  const newer = DEMO_USERS.filter(({ sub }) => !(sub in secrets.clientSecrets));
  if (newer.length === 0) return null;
  const added = Object.fromEntries(newer.map(({ sub }) => [sub, createSecret()]));
  return { ...secrets, clientSecrets: { ...secrets.clientSecrets, ...added } };
}

function createSecret(): string {
  return randomBytes(CLIENT_SECRET_BYTES).toString("base64url");
}

function createSigningKey({ algorithm }: DemoIssuer): JsonWebKey & { kty: string; kid: string } {
  const jwk = createPrivateKey(algorithm).export({ format: "jwk" });
  if (jwk.kty === undefined) throw new Error("a generated key has no type");
  return { ...jwk, kty: jwk.kty, kid: randomBytes(KEY_ID_BYTES).toString("hex"), alg: algorithm, use: "sig" };
}

function createPrivateKey(algorithm: DemoIssuer["algorithm"]): KeyObject {
  switch (algorithm) {
    case "RS256":
      return generateKeyPairSync("rsa", { modulusLength: RSA_BITS }).privateKey;
    case "ES256":
      return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    case "EdDSA":
      return generateKeyPairSync("ed25519").privateKey;
  }
}
