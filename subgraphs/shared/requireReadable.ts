import { HubError } from "../../schema/contract/errors";

// Line breaks are text; the other control characters are none, and PostgreSQL refuses NUL.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** What stands in the place of characters that were read in the wrong encoding: the text itself is lost. */
const LOST = "\uFFFD";

/** Throws BAD_INPUT naming the field whose text holds what nobody has written. */
export function requireReadable(field: string, text: string): void {
  if (CONTROL.test(text)) throw new HubError("BAD_INPUT", `\`${field}\` holds control characters.`);
  if (text.includes(LOST))
    throw new HubError(
      "BAD_INPUT",
      `\`${field}\` holds characters that were lost in another encoding: send it as UTF-8.`,
    );
}
