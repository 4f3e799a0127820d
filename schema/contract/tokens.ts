import { createHmac, createSecretKey } from "node:crypto";
import type { IdentityDocument } from "./identityDocument";
import { requireSecret } from "./requireSecret";

/** Stands in front of every token, so that tokens of a later construction can be told apart. */
const TOKEN_VERSION = "1";

/**
 * Makes the subject token of a document: 44 characters that only the holder of the pepper can compute.
 * It is the `Subject.id` everywhere, so that numbers need not travel.
 */
export function createTokeniser(pepper: Buffer): (document: IdentityDocument) => string {
  const key = createSecretKey(requireSecret("identity pepper", pepper));
  return ({ type, issuingCountry, number }) =>
    TOKEN_VERSION +
    createHmac("sha256", key)
      .update(`${type}|${issuingCountry ?? ""}|${number}`)
      .digest("base64url");
}
