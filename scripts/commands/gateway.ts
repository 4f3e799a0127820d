import { Command, Option } from "commander";
import cluster from "node:cluster";
import { CALLER_KINDS } from "../../schema/contract/claims";
import { EXAMPLE_ISSUERS } from "../separate/exampleIssuers";
import type { RunningProcess } from "../separate/runningProcess";
import { parseNumber } from "./parseNumber";
import { serve } from "./serve";
import { jsonOption } from "./jsonOption";

const MAX_WORKERS = 256; // no machine has more cores to give to one gateway

const EXAMPLES = `
Examples:
  env $(cat secrets.env) TRUSTED_ISSUERS=issuers.json AUDIT_DIR=/var/lib/duanka/audit \\
    DATABASE_URL_AUDIT=postgres://… SUBGRAPH_URL_TELECOM=http://… SUBGRAPH_URL_BANKING=http://… \\
    SUBGRAPH_URL_POLICE=http://… SUBGRAPH_URL_AUDIT=http://… npx duanka gateway
  env … REDIS_URL=redis://… npx duanka gateway --workers 4    # four cores, one port; they need a Redis

Everything comes from the environment. HOST (default 127.0.0.1), PORT (default 4000) and LOG_LEVEL (default info)
may be left out; nothing else has a default, secrets least of all. With REDIS_URL (several nodes separated by commas)
answers are cached, and several gateways count their callers' limits together.

TRUSTED_ISSUERS names a JSON file that lists whose tokens are accepted:

${JSON.stringify(EXAMPLE_ISSUERS, null, 2)}

  name          first part of every officer's id, <name>/<sub>: let each officer have a sub, limits and records go by it
  issuer        exactly the iss of the tokens
  jwksUri       where its keys are, over https; or jwks: the public keys themselves
  kind          ${CALLER_KINDS.join(" ")}
  institutions  codes in whose name it may issue: claim institution, for POLICE the organ in the claim authority
  scopes        a ceiling of its own; left out, that of its kind
  audiences     one of them has to be the aud of a token
  algorithms    with which it signs: asymmetric ones alone
  freeQueries   true: its callers may send any operation; otherwise those of schema/operations alone
  volume        how many times the ordinary limits each caller may have (1 to 1000), for a system that stands for many

A token's typ is JWT or at+jwt; it has exp, iat, sub, iss, aud and scope, and person_token where kind is PERSON.`;

/** `duanka gateway`: the gateway as a process of its own. */
export function gateway(): Command {
  return new Command("gateway")
    .description("start the gateway alone, in front of subgraphs that run elsewhere")
    .addOption(
      new Option("--workers <n>", "processes that share the port, one for each core that is to be used")
        .argParser(parseNumber(1, MAX_WORKERS))
        .default(1),
    )
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: { json: boolean; workers: number }) => {
      if (cluster.isWorker) {
        const { runGatewayWorker } = await import("../separate/gatewayWorker.js");
        return runGatewayWorker(process.env, options.workers);
      }
      await serve("gateway", () => startGateway(options.workers), options);
    });
}

async function startGateway(workers: number): Promise<RunningProcess> {
  if (workers > 1) {
    const { startGatewayWorkers } = await import("../separate/gatewayWorkers.js");
    return startGatewayWorkers(process.env, workers);
  }
  const { startGatewayProcess } = await import("../separate/startGatewayProcess.js");
  return startGatewayProcess(process.env);
}
