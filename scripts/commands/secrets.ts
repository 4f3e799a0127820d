import { Command } from "commander";
import { print, printAside, printJson } from "../cli/print";
import { createInformantKeys } from "../settings/createInformantKeys";
import { createSecretVariables } from "../settings/createSecretVariables";
import { jsonOption } from "./jsonOption";

const EXAMPLES = `
Examples:
  npx duanka secrets > secrets.env && chmod 600 secrets.env

IDENTITY_PEPPER and DIRECTORY_KEY cannot be changed once people are stored: keep a copy in a safe place.`;

const PRIVATE_HALF =
  "The private half of INFORMANT_PUBLIC_KEY, shown this once. Keep it away from the hub: it opens who gave a tip.";

/** `duanka secrets`: a fresh set of keys for processes that run apart. */
export function secrets(): Command {
  return new Command("secrets")
    .description("print fresh secrets as environment variables, for gateway and subgraphs that run apart")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action((options: { json: boolean }) => {
      const informants = createInformantKeys();
      const variables = createSecretVariables(informants);
      if (options.json) printJson(variables);
      else for (const [name, value] of Object.entries(variables)) print(`${name}=${String(value)}`);
      // Apart from the rest, which goes to the hub's machines: this half must not.
      printAside(`${PRIVATE_HALF}\n${informants.privateKey}`);
    });
}
