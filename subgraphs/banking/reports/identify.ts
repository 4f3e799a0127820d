import type { IdentityDocument } from "../../../schema/contract/identityDocument";

/** A document as a report or a file gives it; a report's comes with its token. */
export interface GivenDocument {
  readonly type: string;
  readonly number: string;
  readonly issuingCountry?: string | null;
  readonly token?: string | null;
}

/** Whom a document names. */
export interface Identity {
  readonly id: string;
  readonly document: IdentityDocument;
}

/** Reads a document and answers its token. Throws INVALID_DOCUMENT for a number that cannot be one. */
export type Identify = (given: GivenDocument) => Identity;
