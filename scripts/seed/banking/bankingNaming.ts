import type { IdentityDocument, IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { SubgraphKeys } from "../../../subgraphs/shared/requestContext";
import type { WorldAccountRef, WorldDocument } from "../worldModel";

/** How people and accounts of the world are named in the store; the store itself seals what it keeps. */
export interface BankingNaming {
  identityOf(document: WorldDocument): IdentityDocument;
  tokenOf(document: WorldDocument): string;
  accountId(account: WorldAccountRef): string;
}

/** Names by tokens and keyed ids. */
export function createBankingNaming(
  { ids }: SubgraphKeys,
  tokenOf: (document: IdentityDocument) => string,
): BankingNaming {
  return {
    identityOf,
    tokenOf: document => tokenOf(identityOf(document)),
    accountId: ({ institution, number }) => ids.accountId(institution, number),
  };
}

// The generator makes valid, normalised numbers: parsing each again would slow a large import down for nothing.
function identityOf({ type, number, issuingCountry }: WorldDocument): IdentityDocument {
  return {
    type: type as IdentityDocumentType,
    number,
    issuingCountry: issuingCountry ?? null,
    kind: type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "PERSON",
  };
}
