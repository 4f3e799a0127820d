import { Command, Option } from "commander";
import { stripIgnoredCharacters } from "graphql";
import { createLogger } from "../../gateway/errors/createLogger";
import { readOperation } from "../../schema/operations/readOperation";
import { failOnUncaught } from "../cli/failOnUncaught";
import { print, printJson } from "../cli/print";
import { startProgress } from "../cli/progress";
import { runUntilStopped } from "../cli/runUntilStopped";
import { loadHub } from "../embedded/loadHub";
import type { EmbeddedHub } from "../embedded/startEmbedded";
import { MOST_PEOPLE } from "../seed/generateWorld";
import { parseRedisUrls } from "../settings/commonSettings";
import { optional, readSettings } from "../settings/readSettings";
import { dataOption } from "./dataOption";
import { describePeople } from "./describePeople";
import { jsonOption } from "./jsonOption";
import { parseNumber } from "./parseNumber";

const DEFAULT_PORT = 4000;
const LARGEST_PORT = 65_534; // the identity provider takes the next one
const DEFAULT_PEOPLE = 2_000; // enough for rings and figures, seeded in some ten seconds
const DEFAULT_SEED = 1;

const EXAMPLES = `
Examples:
  npx duanka start
  npx duanka start --port 8080 --data /var/lib/duanka --people 10000

Everything is in the data folder: secrets, store, access records. Only this machine can reach it.
REDIS_URL puts the cache into a Redis; without it, it is in the process.
LOG_LEVEL (default warn) says how much is written to standard error.`;

interface StartOptions {
  readonly port: number;
  readonly people: number;
  readonly seed: number;
  readonly data: string;
  readonly json: boolean;
}

/** `duanka start`: the whole hub in one process, with made-up people and demo users. */
export function start(): Command {
  return new Command("start")
    .description("start the whole hub in one process, with made-up people and demo users")
    .addOption(
      new Option("--port <n>", "port of the gateway; the identity provider takes the next")
        .env("PORT")
        .argParser(parseNumber(1, LARGEST_PORT))
        .default(DEFAULT_PORT),
    )
    .option(
      "--people <n>",
      "how many people the first start makes up",
      parseNumber(0, MOST_PEOPLE),
      DEFAULT_PEOPLE,
    )
    .option(
      "--seed <n>",
      "the same number makes the same people",
      parseNumber(0, Number.MAX_SAFE_INTEGER),
      DEFAULT_SEED,
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: StartOptions) => {
      failOnUncaught();
      const hub = await loadHub(toEmbeddedOptions(options));
      if (options.json) {
        const { gateway, identityProvider, people } = hub;
        printJson({ gateway, identityProvider, pid: process.pid, people });
      } else {
        describeHub(hub, options.data).forEach(print);
      }
      await runUntilStopped(() => hub.close());
    });
}

function toEmbeddedOptions({ port, people, seed, data }: StartOptions): Parameters<typeof loadHub>[0] {
  const progress = startProgress("people", people);
  return {
    folder: data,
    port,
    identityPort: port + 1,
    people,
    seed,
    ...readSettings(process.env, { redisUrls: optional("REDIS_URL", parseRedisUrls, undefined) }),
    clock: () => new Date(),
    logger: createLogger(process.env.LOG_LEVEL ?? "warn"),
    onProgress: done => {
      progress.advanceTo(done);
      if (done >= people) progress.finish();
    },
  };
}

function describeHub({ gateway, people }: EmbeddedHub, folder: string): string[] {
  const { document, caseNumber } = people.ringMember;
  const data = folder === ".duanka" ? "" : ` --data ${folder}`;
  return [
    `Duanka answers at ${gateway}/graphql`,
    "",
    "Made-up people:",
    ...describePeople(people).map(line => `  ${line}`),
    "",
    "Ask what is held under one document, as the investigator of the case:",
    "",
    `curl -s ${gateway}/graphql -H "authorization: Bearer $(npx duanka token --as investigator${data})" \\`,
    `  -H 'duanka-purpose: CASE' -H 'duanka-reference: ${caseNumber ?? ""}' -H 'content-type: application/json' -d @- <<'END'`,
    JSON.stringify({ query: stripIgnoredCharacters(readOperation("dossier")), variables: { document } }),
    "END",
    "",
    `A story on this hub, step by step, in another terminal: npx duanka demo${data}`,
    "Other users: npx duanka token --help. Ctrl-C stops it.",
  ];
}
