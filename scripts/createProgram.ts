import { Command } from "commander";
import { audit } from "./commands/audit";
import { bench } from "./commands/bench";
import { compose } from "./commands/compose";
import { demo } from "./commands/demo";
import { gateway } from "./commands/gateway";
import { importRows } from "./commands/import";
import { migrate } from "./commands/migrate";
import { people } from "./commands/people";
import { revoke } from "./commands/revoke";
import { screenshots } from "./commands/screenshots";
import { secrets } from "./commands/secrets";
import { seed } from "./commands/seed";
import { start } from "./commands/start";
import { subgraph } from "./commands/subgraph";
import { token } from "./commands/token";

const EXAMPLES = `
Examples:
  npx duanka start                        the whole hub in one process, with made-up people
  npx duanka token --as investigator      a token to ask it with
  npx duanka people                       whom to ask for

Exit codes: 0 done, 1 failed, 2 not understood.`;

/** The command line with all its commands. */
export function createProgram(): Command {
  return new Command("duanka")
    .description(
      "One question, everything held under one identity document: a hub between carriers, banks and police.",
    )
    .addHelpText("after", EXAMPLES)
    .addCommand(start())
    .addCommand(token())
    .addCommand(people())
    .addCommand(demo())
    .addCommand(gateway())
    .addCommand(subgraph())
    .addCommand(migrate())
    .addCommand(seed())
    .addCommand(importRows())
    .addCommand(audit())
    .addCommand(revoke())
    .addCommand(bench())
    .addCommand(secrets())
    .addCommand(compose())
    .addCommand(screenshots());
}
