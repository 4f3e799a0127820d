import { Command } from "commander";
import { migrate, STORES } from "../../schema/database/migrate";
import { CliError } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import { startProgress } from "../cli/progress";
import { loadEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { findSeededWorld } from "../embedded/seededWorld";
import { MOST_PEOPLE } from "../seed/generateWorld";
import { readSettings } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import { type OpenStores, openStores } from "../stores/openStores";
import type { SeedKeys } from "../stores/seedStores";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";
import { parseNumber } from "./parseNumber";

const DEFAULT_PEOPLE = 2_000;
const DEFAULT_SEED = 1;

const EXAMPLES = `
Examples:
  npx duanka seed --people 10000 --seed 7
  DATABASE_URL_TELECOM=postgres://… (and the other stores, IDENTITY_PEPPER, DIRECTORY_KEY, STORE_KEYS) npx duanka seed`;

interface SeedOptions {
  readonly people: number;
  readonly seed: number;
  readonly data: string;
  readonly json: boolean;
}

/** `duanka seed`: makes up people and stores them. */
export function seed(): Command {
  return new Command("seed")
    .description("make up people with lines, accounts, cases and sanctions, and store them")
    .option("--people <n>", "how many people", parseNumber(0, MOST_PEOPLE), DEFAULT_PEOPLE)
    .option(
      "--seed <n>",
      "the same number makes the same people",
      parseNumber(0, Number.MAX_SAFE_INTEGER),
      DEFAULT_SEED,
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: SeedOptions) => {
      const stores = openStores(process.env, options.data);
      try {
        await seedAll(stores, options);
      } finally {
        await stores.close();
      }
      const { people, seed: number } = options;
      if (options.json) printJson({ people, seed: number });
      else print(`Stored ${people} made-up people.`);
    });
}

async function seedAll(stores: OpenStores, { people, seed: number, data }: SeedOptions): Promise<void> {
  if (stores.embedded && findSeededWorld(data) !== null) {
    throw new CliError("This data folder holds a made-up world already.", {
      next: "Remove the folder to make another, or name a new one with --data.",
    });
  }
  for (const store of STORES) await migrate(stores.databases[store], store);
  const progress = startProgress("people", people);
  const settings = { people, seed: number, now: new Date(), onProgress: progress.advanceTo };
  const keys = keysFor(stores, data);
  // Loaded here, so that the other commands need not wait for the subgraphs' stores.
  const { ensureSeededWorld } = await import("../embedded/ensureSeededWorld.js");
  const { seedStores } = await import("../stores/seedStores.js");
  if (stores.embedded) await ensureSeededWorld(data, stores.databases, keys, settings);
  else await seedStores(stores.databases, keys, settings);
  progress.finish();
}

function keysFor(stores: OpenStores, folder: string): SeedKeys {
  const { identityPepper, directoryKey, storeKeys } = SECRET_SETTINGS;
  const environment = stores.embedded ? loadEmbeddedSecrets(folder).variables : process.env;
  return readSettings(environment, { identityPepper, directoryKey, storeKeys });
}
