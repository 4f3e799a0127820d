import { generateKeyPairSync } from "node:crypto";

/** The pair to which informants are sealed: DER in base64. */
export interface InformantKeys {
  /** SPKI; the hub has this half alone. */
  readonly publicKey: string;
  /** PKCS #8; for whoever protects informants, away from the hub. */
  readonly privateKey: string;
}

/** A fresh X25519 pair. */
export function createInformantKeys(): InformantKeys {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}
