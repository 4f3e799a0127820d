import { HubError } from "../../../schema/contract/errors";

const FORM = /^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$/;

/** A case number as organs write it, in capitals: `A110199-2026-017`. Throws BAD_INPUT for another form. */
export function parseCaseNumber(text: string): string {
  const number = text.trim().toUpperCase();
  if (!FORM.test(number)) {
    throw new HubError(
      "BAD_INPUT",
      "A case number has 3 to 40 letters, digits and dashes, such as A110199-2026-017.",
    );
  }
  return number;
}
