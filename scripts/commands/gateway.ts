import { Command } from "commander";
import { serve } from "./serve";
import { jsonOption } from "./jsonOption";

const EXAMPLES = `
Examples:
  env $(cat secrets.env) TRUSTED_ISSUERS=issuers.json AUDIT_DIR=/var/lib/duanka/audit \\
    DATABASE_URL_AUDIT=postgres://… SUBGRAPH_URL_TELECOM=http://… SUBGRAPH_URL_BANKING=http://… \\
    SUBGRAPH_URL_POLICE=http://… SUBGRAPH_URL_AUDIT=http://… npx duanka gateway

Everything comes from the environment. HOST (default 127.0.0.1), PORT (default 4000) and LOG_LEVEL (default info)
may be left out; nothing else has a default, secrets least of all.`;

/** `duanka gateway`: the gateway as a process of its own. */
export function gateway(): Command {
  return new Command("gateway")
    .description("start the gateway alone, in front of subgraphs that run elsewhere")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: { json: boolean }) => {
      const { startGatewayProcess } = await import("../separate/startGatewayProcess.js");
      await serve("gateway", () => startGatewayProcess(process.env), options);
    });
}
