import { Argument, Command } from "commander";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { WORKLOAD_NAMES, type WorkloadName } from "../bench/workloadNames";
import { CliError } from "../cli/cliError";
import { print, printAside, printJson } from "../cli/print";
import { jsonOption } from "./jsonOption";
import { parseNumber } from "./parseNumber";

const DEFAULT_PEOPLE = 10_000;
const MOST_PEOPLE = 1_000_000;
const DEFAULT_SECONDS = 8; // long enough for a hundred answers of the slowest, times three rounds
const DEFAULT_ROUNDS = 3;
const DEFAULT_MINUTES = 30;
const FOLDER = join(".duanka", "bench");

const EXAMPLES = `
Examples:
  npx duanka bench                          everything, some hours: a million people are made up on the way
  npx duanka bench dossier-cold --people 2000 --seconds 3 --rounds 1
  npx duanka bench growth --people 1000     1,000, 10,000 and 100,000 people
  npx duanka bench memory --minutes 10

Needs Linux, two cores, PostgreSQL 15, Redis and a package registry for the gateways it compares with. Contestants have
one core to themselves; subgraphs, stores and load share another. \`report\`, \`import\`, \`start\` and \`memory\` use all
cores. A workload that fails is told in its row; the others go on, and the command ends with 1.
Results are written to ${FOLDER}/result.{md,json} after each workload, those of single ones under their names
(result-growth-memory.md), with a chart in ${FOLDER}/latency.svg.`;

interface BenchOptions {
  readonly people: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly minutes: number;
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
    .option("--minutes <n>", "how long the soak of `memory` lasts", parseNumber(1, 10_000), DEFAULT_MINUTES)
    .option(
      "--profile",
      `write processor profiles of contestants and subgraphs to ${join(FOLDER, "profiles")}`,
      false,
    )
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (names: readonly WorkloadName[], options: BenchOptions) => {
      const { runBench } = await import("../bench/runBench.js");
      const { FAILED } = await import("../bench/workloads/workload.js");
      const { describeRows } = await import("../bench/report/describeRows.js");
      const { describeRun, runLine } = await import("../bench/report/describeRun.js");
      const { people, seconds, rounds, minutes, profile, json } = options;
      const scale = { people, seconds, rounds, minutes };
      const run = describeRun(scale, profile);
      const workloads = WORKLOAD_NAMES.filter(name => names.length === 0 || names.includes(name));
      const file = join(FOLDER, names.length === 0 ? "result" : `result-${workloads.join("-")}`);
      const rows = await runBench({
        folder: FOLDER,
        workloads,
        scale,
        profiles: profile,
        tell: printAside,
        keep: rows => {
          writeFileSync(`${file}.md`, `${runLine(run)}\n\n${describeRows(rows)}\n`);
          writeFileSync(`${file}.json`, `${JSON.stringify({ run, rows }, null, 2)}\n`);
        },
      });
      if (json) printJson({ run, rows });
      else print(`${runLine(run)}\n\n${describeRows(rows)}`);
      const failed = rows.filter(({ what }) => what === FAILED).map(({ workload }) => workload);
      if (failed.length > 0) {
        throw new CliError(`these workloads failed: ${failed.join(", ")}.`, {
          next: `their rows say why, and logs are in ${join(FOLDER, "run")}.`,
        });
      }
    });
}
