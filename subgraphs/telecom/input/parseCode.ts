import { HubError } from "../../../schema/contract/errors";

/** As institutions number their outlets and agents. */
const FORM = /^[A-Za-z0-9._-]{1,40}$/;

/** The code of an outlet or agent. Throws BAD_INPUT naming the field. */
export function parseCode(field: string, text: string): string {
  if (FORM.test(text)) return text;
  throw new HubError("BAD_INPUT", `\`${field}\` has 1 to 40 letters, digits, dots, dashes or underscores.`);
}
