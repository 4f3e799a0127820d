import { Argument, Command } from "commander";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { print, printAside, printJson } from "../cli/print";
import { startProgress } from "../cli/progress";
import { jsonOption } from "./jsonOption";
import { parseNumber } from "./parseNumber";

const WORKLOAD_NAMES = [
  "dossier-cold",
  "dossier-in-memory",
  "gateway-alone",
  "dossier-warm",
  "authorization",
  "report",
  "import",
];
const DEFAULT_PEOPLE = 10_000;
const MOST_PEOPLE = 1_000_000;
const DEFAULT_SECONDS = 8; // long enough for a hundred answers of the slowest, times three rounds
const DEFAULT_ROUNDS = 3;
const FOLDER = join(".duanka", "bench");

const EXAMPLES = `
Examples:
  npx duanka bench                          everything, about half an hour
  npx duanka bench dossier-cold --people 2000 --seconds 3 --rounds 1

Needs Linux, two cores, PostgreSQL 15 and a package registry for the gateways it compares with. Contestants have one
core to themselves; subgraphs, stores and load share another. Results are written to ${FOLDER}/result.{md,json}.`;

interface BenchOptions {
  readonly people: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly profile: boolean;
  readonly json: boolean;
}

/** `duanka bench`: how fast it is, beside what one would use instead. */
export function bench(): Command {
  return new Command("bench")
    .description("measure this hub beside other gateways, in turns, against the same subgraphs and data")
    .addArgument(
      new Argument("[workloads...]", "which to run; all, if none is named").choices(WORKLOAD_NAMES),
    )
    .option("--people <n>", "how many people are made up", parseNumber(100, MOST_PEOPLE), DEFAULT_PEOPLE)
    .option(
      "--seconds <n>",
      "how long a contestant is under load each time",
      parseNumber(1, 600),
      DEFAULT_SECONDS,
    )
    .option("--rounds <n>", "how often; the middle one stands", parseNumber(1, 20), DEFAULT_ROUNDS)
    .option("--profile", `write processor profiles of the contestants to ${join(FOLDER, "profiles")}`, false)
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (names: readonly string[], options: BenchOptions) => {
      const { runBench, WORKLOADS } = await import("../bench/runBench.js");
      const { describeRows } = await import("../bench/report/describeRows.js");
      const { people, seconds, rounds, profile, json } = options;
      const progress = startProgress("people", people);
      const rows = await runBench({
        folder: FOLDER,
        workloads: WORKLOADS.filter(({ name }) => names.length === 0 || names.includes(name)),
        scale: { people, seconds, rounds },
        profiles: profile,
        tell: printAside,
        onPeople: done => {
          progress.advanceTo(done);
          if (done >= people) progress.finish();
        },
      });
      const table = describeRows(rows);
      writeFileSync(join(FOLDER, "result.md"), `${table}\n`);
      writeFileSync(join(FOLDER, "result.json"), `${JSON.stringify(rows, null, 2)}\n`);
      if (json) printJson(rows);
      else print(table);
    });
}
