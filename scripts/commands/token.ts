import { Command, Option } from "commander";
import { print, printJson } from "../cli/print";
import { CliError } from "../cli/cliError";
import { readEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { requireRunningHub } from "../embedded/runningHub";
import { DEMO_USERS, findDemoUser } from "../identityProvider/demoUsers";
import { type IssuedToken, requestToken } from "../identityProvider/requestToken";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

interface TokenOptions {
  readonly as: string;
  readonly data: string;
  readonly json: boolean;
}

const EXAMPLES = `
Examples:
  npx duanka token --as investigator
  curl -H "authorization: Bearer $(npx duanka token --as bank-risk)" …

Users: ${DEMO_USERS.map(user => user.sub).join(", ")}`;

/** `duanka token`: an access token of a demo user, from the running hub's identity provider. */
export function token(): Command {
  return new Command("token")
    .description("print an access token of a demo user, valid for one hour")
    .addOption(
      new Option("--as <user>", "whose token")
        .choices(DEMO_USERS.map(user => user.sub))
        .makeOptionMandatory(),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: TokenOptions) => {
      const issued = await issueToken(options);
      if (options.json) printJson({ user: options.as, ...issued });
      else print(issued.token);
    });
}

async function issueToken({ as, data }: TokenOptions): Promise<IssuedToken> {
  const user = findDemoUser(as);
  if (user === null) throw new Error("the choices let an unknown user through");
  const { identityProvider } = requireRunningHub(data);
  const secret = readEmbeddedSecrets(data).identity.clientSecrets[as] ?? "";
  try {
    return await requestToken(identityProvider, user, secret);
  } catch {
    throw new CliError("The identity provider of this data folder gave no token.", {
      next: "Look whether the hub still runs; start it again with: npx duanka start",
    });
  }
}
