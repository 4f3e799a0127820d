import { HubError } from "../../../schema/contract/errors";

/** As long as a UUID with a name before it. */
const MAX_CODE_LENGTH = 64;
const FORM = /^[\x21-\x7E]+$/;

/** A code that an institution gave to something of its own. Throws BAD_INPUT naming the field. */
export function parseCode(field: string, text: string): string {
  if (text.length <= MAX_CODE_LENGTH && FORM.test(text)) return text;
  throw new HubError(
    "BAD_INPUT",
    `\`${field}\` has 1 to ${MAX_CODE_LENGTH} printable ASCII characters without spaces.`,
  );
}
