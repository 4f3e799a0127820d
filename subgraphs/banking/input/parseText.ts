import { HubError } from "../../../schema/contract/errors";
import { requireReadable } from "../../shared/requireReadable";

/** Free text that somebody must have written: trimmed, not empty, bounded. Throws BAD_INPUT naming the field. */
export function parseText(field: string, text: string, maxLength: number): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new HubError("BAD_INPUT", `\`${field}\` must say something.`);
  if (trimmed.length > maxLength)
    throw new HubError("BAD_INPUT", `\`${field}\` has at most ${maxLength} characters.`);
  requireReadable(field, trimmed);
  return trimmed;
}
