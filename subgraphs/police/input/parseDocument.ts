import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import type { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import type { SubjectRecord } from "../store/subjectStore";
import { requireToken } from "../../shared/subjects/requireToken";

/**
 * A document that is to be stored: it comes with its token and its number both. Throws BAD_INPUT without the
 * token and INVALID_DOCUMENT for a number that cannot be one.
 */
export function parseDocument(input: IdentityDocumentInput): SubjectRecord {
  return { id: requireToken(input), document: parseIdentityDocument(input), name: null };
}
