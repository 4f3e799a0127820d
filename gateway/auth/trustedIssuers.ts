import type { Clock } from "../../schema/contract/clock";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { createFixedKeys, createPublishedKeys, type FetchKeys, type IssuerKeys } from "./issuerKeys";

/** An issuer and where its keys are. */
export interface KnownIssuer {
  readonly issuer: TrustedIssuer;
  readonly keys: IssuerKeys;
}

/** The issuers whose tokens are accepted. */
export interface TrustedIssuers {
  /** By the exact `iss` of a token. */
  find(iss: string): KnownIssuer | null;
}

/** Holds the trusted issuers with their keys. Nothing is fetched yet. */
export function createTrustedIssuers(
  issuers: readonly TrustedIssuer[],
  fetchKeys: FetchKeys,
  clock: Clock,
): TrustedIssuers {
  const byIss = new Map(
    issuers.map(issuer => [issuer.issuer, { issuer, keys: keysOf(issuer, fetchKeys, clock) }] as const),
  );
  return { find: iss => byIss.get(iss) ?? null };
}

function keysOf(issuer: TrustedIssuer, fetchKeys: FetchKeys, clock: Clock): IssuerKeys {
  if (issuer.jwksUri !== undefined) return createPublishedKeys(issuer.jwksUri, fetchKeys, clock);
  if (issuer.jwks !== undefined) return createFixedKeys(issuer.jwks);
  throw new Error(`the issuer ${issuer.name} has neither keys nor an address of keys`);
}
