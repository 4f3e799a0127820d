import type { Caller } from "../../schema/contract/claims";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";

type Terms = Pick<TrustedIssuer, "freeQueries" | "volume">;

/** What is told of issuers that are not, or no longer, trusted. */
const NO_TERMS: Terms = { freeQueries: false, volume: 1 };

/** What a caller's issuer has been granted for its callers. */
export function createIssuerTerms(issuers: readonly TrustedIssuer[]): (caller: Caller) => Terms {
  const byName = new Map(issuers.map(issuer => [issuer.name, issuer]));
  // An officer's id begins with the name of the issuer, which holds no slash.
  return ({ id }) => byName.get(id.slice(0, id.indexOf("/"))) ?? NO_TERMS;
}
