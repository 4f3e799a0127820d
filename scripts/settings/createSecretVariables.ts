import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createInformantKeys, type InformantKeys } from "./createInformantKeys";

const SECRET_BYTES = 32;

/** The secrets of a hub as environment variables. */
export interface SecretVariables {
  /** Turns document numbers into subject tokens: gateway and importer. Cannot be changed later. */
  readonly IDENTITY_PEPPER: string;
  /** Names accounts and lines: subgraphs and importer. Cannot be changed later. */
  readonly DIRECTORY_KEY: string;
  /** Seals numbers and names at rest: subgraphs and importer. */
  readonly STORE_KEYS: string;
  /** Seals what the cache holds: gateway. */
  readonly CACHE_KEYS: string;
  /** Names what the cache holds: gateway and subgraphs. */
  readonly CACHE_NAME_KEY: string;
  /** Signs requests to subgraphs: gateway. */
  readonly GATEWAY_SIGNING_KEY: string;
  /** Checks those signatures: subgraphs. */
  readonly GATEWAY_VERIFY_KEYS: string;
  /** Sign the questions of subgraphs to each other: each subgraph its own. */
  readonly SUBGRAPH_SIGNING_KEY_TELECOM: string;
  readonly SUBGRAPH_SIGNING_KEY_BANKING: string;
  readonly SUBGRAPH_SIGNING_KEY_POLICE: string;
  readonly SUBGRAPH_SIGNING_KEY_AUDIT: string;
  /** Checks those signatures: subgraphs. */
  readonly SUBGRAPH_VERIFY_KEYS: string;
  /** Seals who gave a tip: police. Its other half opens it, and belongs on no machine of the hub. */
  readonly INFORMANT_PUBLIC_KEY: string;
  /** Signs the checkpoints of the access record: gateway. */
  readonly AUDIT_SIGNING_KEY: string;
}

/**
 * A fresh set of all secrets, in the form in which the environment gives them. Whoever does not bring the informants' key
 * gets one whose private half nobody has: what is sealed to it stays sealed for ever.
 */
export function createSecretVariables(informants: InformantKeys = createInformantKeys()): SecretVariables {
  const gateway = createPair();
  const subgraphs = {
    telecom: createPair(),
    banking: createPair(),
    police: createPair(),
    audit: createPair(),
  };
  return {
    IDENTITY_PEPPER: randomSecret(),
    DIRECTORY_KEY: randomSecret(),
    STORE_KEYS: `k1:${randomSecret()}`,
    CACHE_KEYS: `k1:${randomSecret()}`,
    CACHE_NAME_KEY: randomSecret(),
    GATEWAY_SIGNING_KEY: gateway.signing,
    GATEWAY_VERIFY_KEYS: gateway.verifying,
    SUBGRAPH_SIGNING_KEY_TELECOM: subgraphs.telecom.signing,
    SUBGRAPH_SIGNING_KEY_BANKING: subgraphs.banking.signing,
    SUBGRAPH_SIGNING_KEY_POLICE: subgraphs.police.signing,
    SUBGRAPH_SIGNING_KEY_AUDIT: subgraphs.audit.signing,
    SUBGRAPH_VERIFY_KEYS: Object.entries(subgraphs)
      .map(([name, { verifying }]) => `${name}:${verifying}`)
      .join(","),
    INFORMANT_PUBLIC_KEY: informants.publicKey,
    AUDIT_SIGNING_KEY: createPair().signing,
  };
}

function createPair(): { readonly signing: string; readonly verifying: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    signing: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    verifying: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  };
}

function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}
