import { HubError } from "../../schema/contract/errors";

/** Long enough for a reasoned paragraph; what is longer is a paper of its own. */
const MAX_TEXT_LENGTH = 2_000;
// Line breaks are text; the other control characters are none, and PostgreSQL refuses NUL.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Free text that somebody must have written: trimmed, not empty, bounded. Throws BAD_INPUT naming the field. */
export function parseText(field: string, text: string, maxLength = MAX_TEXT_LENGTH): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new HubError("BAD_INPUT", `\`${field}\` must say something.`);
  if (trimmed.length > maxLength)
    throw new HubError("LIMIT_EXCEEDED", `\`${field}\` has at most ${maxLength} characters.`);
  if (CONTROL.test(trimmed)) throw new HubError("BAD_INPUT", `\`${field}\` holds control characters.`);
  return trimmed;
}
