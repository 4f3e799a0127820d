import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import { requireToken } from "../../shared/subjects/requireToken";
import type { Identity, GivenDocument } from "./identify";

/** Reads a document that the gateway has put a token to: the number is for the store to seal. */
export function identifyTokenised(given: GivenDocument): Identity {
  // The number first: one that is none has no token, and says what is wrong with it.
  const document = parseIdentityDocument(given);
  return { id: requireToken({ token: given.token ?? null }), document };
}
