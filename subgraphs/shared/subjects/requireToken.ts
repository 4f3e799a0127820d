import { HubError } from "../../../schema/contract/errors";
import type { IdentityDocumentInput } from "../types/IdentityDocumentInput";

/** Version and 32 bytes in base64url; see `createTokeniser`. */
const FORM = /^\d[A-Za-z0-9_-]{43}$/;

/** The token that the gateway filled in. Throws BAD_INPUT without one: only the gateway and the importer can make it. */
export function requireToken({ token }: Pick<IdentityDocumentInput, "token">): string {
  if (!isToken(token)) throw new HubError("BAD_INPUT", "The document came without its token.");
  return token;
}

/** Has the text the form of a subject token? */
export function isToken(text: string | null | undefined): text is string {
  return typeof text === "string" && FORM.test(text);
}
