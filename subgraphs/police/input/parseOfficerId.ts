import { HubError } from "../../../schema/contract/errors";

const FORM = /^[a-z0-9-]{1,40}\/[A-Za-z0-9._@-]{1,80}$/;

/** An officer as the hub knows them: `<issuer name>/<sub>`. Throws BAD_INPUT for another form. */
export function parseOfficerId(text: string): string {
  if (!FORM.test(text))
    throw new HubError(
      "BAD_INPUT",
      "An officer is written <issuer name>/<sub>, such as police/investigator.",
    );
  return text;
}
