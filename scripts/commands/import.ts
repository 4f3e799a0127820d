import { availableParallelism } from "node:os";
import { Argument, Command } from "commander";
import { migrate } from "../../schema/database/migrate";
import { CliError, EXIT_MISUSE } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import { loadEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { requireSeededWorld } from "../embedded/seededWorld";
import { openStores } from "../stores/openStores";
import { databaseVariable } from "../stores/storeSettings";
import type { ImportKind } from "../import/importKind";
import type { ImportSummary } from "../import/runImport";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";
import { parseNumber } from "./parseNumber";

/** Rows were rejected: all others are in, and the file beside says which and why. */
const EXIT_REJECTED = 3;
/** More only wait for each other in the store. */
const MAX_WRITERS = 16;
const KINDS = ["lines", "accounts", "transfers", "flags"];

const EXAMPLES = `
Examples:
  npx duanka import accounts --template > accounts.csv
  npx duanka import accounts accounts.csv
  DATABASE_URL_BANKING=postgres://… (and the other stores, IDENTITY_PEPPER, DIRECTORY_KEY, STORE_KEYS) npx duanka import transfers transfers.ndjson

An import that was stopped goes on where it stood when it is run again on the same file. Rejected rows are told by
line and reason in <file>.rejected.csv. Exit codes: 0 all rows are in, 3 some were rejected, 1 failed, 2 not understood.`;

interface ImportOptions {
  readonly template?: true;
  readonly writers: number;
  readonly data: string;
  readonly json: boolean;
}

/** `duanka import`: takes in files of what institutions hold. */
export function importRows(): Command {
  return new Command("import")
    .description("take in a file of lines, accounts, transfers or flags")
    .addArgument(new Argument("<kind>", "what the rows are").choices(KINDS))
    .argument("[file]", "a file that ends in .csv or .ndjson")
    .option("--template", "print the columns and made-up rows of such a file")
    .option(
      "--writers <n>",
      "threads that write to PostgreSQL",
      parseNumber(1, MAX_WRITERS),
      availableParallelism(),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, file: string | undefined, options: ImportOptions) => {
      // Loaded here, so that the other commands need not wait for the subgraphs' stores.
      const { requireImportKind } = await import("../import/importKinds.js");
      const kind = requireImportKind(name);
      if (options.template === true) {
        const { printTemplate } = await import("../import/printTemplate.js");
        printTemplate(kind);
        return;
      }
      if (file === undefined) {
        throw new CliError("The file is missing.", {
          next: `See what it must hold: duanka import ${name} --template`,
          exitCode: EXIT_MISUSE,
        });
      }
      const summary = await importFile(kind, file, options);
      if (options.json) printJson(summary);
      else tell(summary);
      if (summary.rejectedFile === null) return;
      throw new CliError(`${summary.rejected} rows were rejected; all others are in.`, {
        next: `Their lines and reasons stand in ${summary.rejectedFile}: mend them and import them as a file of their own.`,
        exitCode: EXIT_REJECTED,
      });
    });
}

async function importFile(
  kind: ImportKind,
  path: string,
  { data, writers }: ImportOptions,
): Promise<ImportSummary> {
  const stores = openStores(process.env, data);
  try {
    // Without one the next start would take the folder for a seeding that was cut short, and clear it.
    if (stores.embedded) requireSeededWorld(data);
    const database = stores.databases[kind.store];
    await migrate(database, kind.store);
    const { readImportParts } = await import("../import/readImportParts.js");
    const { runImport } = await import("../import/runImport.js");
    const parts = readImportParts(stores.embedded ? loadEmbeddedSecrets(data).variables : process.env);
    const url = process.env[databaseVariable(kind.store)];
    // The embedded store lives in this process alone.
    const threads = stores.embedded || url === undefined ? null : { url, count: writers };
    return await runImport({ kind, path, database, parts, threads });
  } finally {
    await stores.close();
  }
}

function tell({ accepted, duplicate, rejected, rowsNow }: ImportSummary): void {
  print(
    `${accepted} rows stored, ${duplicate} known already, ${rejected} rejected; ${rowsNow} of them in this run.`,
  );
}
