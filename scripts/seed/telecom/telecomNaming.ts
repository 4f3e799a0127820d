import type { IdentityDocument, IdentityDocumentType } from "../../../schema/contract/identityDocument";
import type { SubgraphKeys } from "../../../subgraphs/shared/requestContext";
import { SEAL_CONTEXTS } from "../../../subgraphs/telecom/sealContexts";
import type { WorldDocument } from "../worldModel";

/** How people and lines of the world are named and sealed in the store. */
export interface TelecomNaming {
  /** One text a document, for maps. */
  keyOf(document: WorldDocument): string;
  tokenOf(document: WorldDocument): string;
  identityOf(document: WorldDocument): IdentityDocument;
  lineId(number: string): string;
  sealLineNumber(lineId: string, number: string): string;
}

/** Names by keyed ids; what must be readable again is sealed. */
export function createTelecomNaming(
  { ids, sealer }: SubgraphKeys,
  tokenOf: (document: IdentityDocument) => string,
): TelecomNaming {
  return {
    keyOf: ({ type, issuingCountry, number }) => `${type}|${issuingCountry ?? ""}|${number}`,
    tokenOf: document => tokenOf(identityOf(document)),
    identityOf,
    lineId: number => ids.lineId(number),
    sealLineNumber: (lineId, number) => sealer.seal(number, SEAL_CONTEXTS.lineNumber(lineId)),
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
