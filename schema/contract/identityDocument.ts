import { parseForeignPermanentResidentId } from "./identifiers/foreignPermanentResidentId";
import { parseHkMacauPermit } from "./identifiers/hkMacauPermit";
import { invalidDocument } from "./identifiers/invalidDocument";
import { parseMilitaryId } from "./identifiers/militaryId";
import { parseIssuingCountry, parsePassport } from "./identifiers/passport";
import { parseResidentId } from "./identifiers/residentId";
import { parseTaiwanPermit } from "./identifiers/taiwanPermit";
import { parseUnifiedSocialCreditCode } from "./identifiers/unifiedSocialCreditCode";
import { normaliseNumberText } from "./normaliseNumberText";

/** Every kind of identity document under which something can be held. */
export const IDENTITY_DOCUMENT_TYPES = [
  "RESIDENT_ID",
  "UNIFIED_SOCIAL_CREDIT_CODE",
  "PASSPORT",
  "HK_MACAU_PERMIT",
  "TAIWAN_PERMIT",
  "FOREIGN_PERMANENT_RESIDENT_ID",
  "MILITARY_ID",
] as const;
export type IdentityDocumentType = (typeof IDENTITY_DOCUMENT_TYPES)[number];

/** An identity document whose number is valid and in its one normal form. */
export interface IdentityDocument {
  readonly type: IdentityDocumentType;
  /** ISO 3166-1 alpha-3 for a passport; null for all others, so that one document has one token. */
  readonly issuingCountry: string | null;
  readonly number: string;
  readonly kind: "PERSON" | "UNIT";
}

interface IdentityDocumentFields {
  readonly type: string;
  readonly number: string;
  readonly issuingCountry?: string | null;
}

const PARSERS: Readonly<Record<IdentityDocumentType, (number: string) => string>> = {
  RESIDENT_ID: parseResidentId,
  UNIFIED_SOCIAL_CREDIT_CODE: parseUnifiedSocialCreditCode,
  PASSPORT: parsePassport,
  HK_MACAU_PERMIT: parseHkMacauPermit,
  TAIWAN_PERMIT: parseTaiwanPermit,
  FOREIGN_PERMANENT_RESIDENT_ID: parseForeignPermanentResidentId,
  MILITARY_ID: parseMilitaryId,
};

/** Reads a document as a client wrote it; throws INVALID_DOCUMENT naming the broken rule, never the number. */
export function parseIdentityDocument(input: IdentityDocumentFields): IdentityDocument {
  const type = parseType(input.type);
  const number = PARSERS[type](normaliseNumberText(input.number, invalidDocument));
  return {
    type,
    issuingCountry: type === "PASSPORT" ? parseIssuingCountry(input.issuingCountry) : requireNoCountry(input),
    number,
    kind: documentKind(type),
  };
}

function parseType(type: string): IdentityDocumentType {
  const known = IDENTITY_DOCUMENT_TYPES.find(candidate => candidate === type);
  if (known === undefined) {
    throw invalidDocument("type", `The document type must be one of ${IDENTITY_DOCUMENT_TYPES.join(", ")}.`);
  }
  return known;
}

// All others are issued in China. Saying so is no mistake, but it must not make a second token.
function requireNoCountry({ issuingCountry }: IdentityDocumentFields): null {
  const isLeftOut = issuingCountry === undefined || issuingCountry === null;
  if (isLeftOut || issuingCountry.trim().toUpperCase() === "CHN") return null;
  throw invalidDocument("issuingCountry", "An issuingCountry is given for passports only: leave it out.");
}

/** Whose documents of a type are: only units have a credit code. */
export function documentKind(type: IdentityDocumentType): IdentityDocument["kind"] {
  return type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "PERSON";
}
