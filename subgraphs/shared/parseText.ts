import { HubError } from "../../schema/contract/errors";
import { requireReadable } from "./requireReadable";

/** Long enough for a reasoned paragraph; what is longer is a paper of its own. */
const MAX_TEXT_LENGTH = 2_000;
/** Free text that somebody must have written: trimmed, not empty, bounded. Throws BAD_INPUT naming the field. */
export function parseText(field: string, text: string, maxLength = MAX_TEXT_LENGTH): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new HubError("BAD_INPUT", `\`${field}\` must say something.`);
  if (trimmed.length > maxLength)
    throw new HubError("LIMIT_EXCEEDED", `\`${field}\` has at most ${maxLength} characters.`);
  requireReadable(field, trimmed);
  return trimmed;
}
