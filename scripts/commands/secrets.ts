import { Command } from "commander";
import { print, printJson } from "../cli/print";
import { createSecretVariables } from "../settings/createSecretVariables";
import { jsonOption } from "./jsonOption";

const EXAMPLES = `
Examples:
  npx duanka secrets > secrets.env && chmod 600 secrets.env

IDENTITY_PEPPER and DIRECTORY_KEY cannot be changed once people are stored: keep a copy in a safe place.`;

/** `duanka secrets`: a fresh set of keys for processes that run apart. */
export function secrets(): Command {
  return new Command("secrets")
    .description("print fresh secrets as environment variables, for gateway and subgraphs that run apart")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action((options: { json: boolean }) => {
      const variables = createSecretVariables();
      if (options.json) printJson(variables);
      else for (const [name, value] of Object.entries(variables)) print(`${name}=${String(value)}`);
    });
}
