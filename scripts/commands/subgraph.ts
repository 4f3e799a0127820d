import { Argument, Command } from "commander";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { jsonOption } from "./jsonOption";
import { serve } from "./serve";

const EXAMPLES = `
Examples:
  env $(cat secrets.env) DATABASE_URL_TELECOM=postgres://… npx duanka subgraph telecom

Everything comes from the environment. HOST (default 127.0.0.1), PORT (default 4011 to 4014), LOG_LEVEL and REDIS_URL
may be left out. It answers nothing that no gateway has signed.`;

/** `duanka subgraph`: one subgraph as a process of its own. */
export function subgraph(): Command {
  return new Command("subgraph")
    .description("start one subgraph alone, with a PostgreSQL database of its own")
    .addArgument(new Argument("<name>", "which one").choices(STORES))
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (name: StoreName, options: { json: boolean }) => {
      const { startSubgraphProcess } = await import("../separate/startSubgraphProcess.js");
      await serve(name, () => startSubgraphProcess(process.env, name), options);
    });
}
