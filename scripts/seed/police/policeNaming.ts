import type { IdentityDocument, IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { SubgraphKeys } from "../../../subgraphs/shared/requestContext";
import type { WorldAccountRef, WorldDocument } from "../worldModel";

/** How people, lines and accounts of the world are named in the store. */
export interface PoliceNaming {
  identityOf(document: WorldDocument): IdentityDocument;
  tokenOf(document: WorldDocument): string;
  lineId(number: string): string;
  accountId(account: WorldAccountRef): string;
  seal(plain: string, context: string): string;
}

/** Names by keyed ids; what must be readable again is sealed. */
export function createPoliceNaming(
  { ids, sealer }: SubgraphKeys,
  tokenOf: (document: IdentityDocument) => string,
): PoliceNaming {
  return {
    identityOf,
    tokenOf: document => tokenOf(identityOf(document)),
    lineId: number => ids.lineId(number),
    accountId: ({ institution, number }) => ids.accountId(institution, number),
    seal: (plain, context) => sealer.seal(plain, context),
  };
}

// The generator makes valid, normalised numbers: parsing each again would double the time of a large import.
function identityOf({ type, number, issuingCountry }: WorldDocument): IdentityDocument {
  return {
    type: type as IdentityDocumentType,
    number,
    issuingCountry: issuingCountry ?? null,
    kind: type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "PERSON",
  };
}
