import { rmSync } from "node:fs";
import { join } from "node:path";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { type Database, type EmbeddedLocation, openDatabase } from "../../schema/database/openDatabase";
import { CliError } from "../cli/cliError";
import { acquireDataLock } from "../embedded/dataLock";
import { DATABASE_FOLDER } from "../embedded/dataFolder";
import { findSeededWorld } from "../embedded/seededWorld";
import { readSettings } from "../settings/readSettings";
import { databaseSetting, databaseVariable } from "./storeSettings";

/** Stores that a command works on, and how to let go of them. */
export interface OpenStores {
  readonly databases: Readonly<Record<StoreName, Database>>;
  /** True where one embedded store holds all four. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the four stores: those that the environment names, or the embedded one of a data folder where it names
 * none. Some but not all is refused, since the rest would silently land elsewhere.
 */
export function openStores(environment: Environment, folder: string): OpenStores {
  const named = STORES.filter(store => environment[databaseVariable(store)]);
  if (named.length === 0) return openEmbeddedStores(folder);
  if (named.length < STORES.length) {
    const missing = STORES.filter(store => !named.includes(store)).map(databaseVariable);
    throw new CliError(`Only some of the stores are named: ${missing.join(", ")} is missing.`, {
      next: "Name all four, or none to use the embedded store.",
    });
  }
  const { telecom, banking, police, audit } = readSettings(environment, {
    telecom: databaseSetting("telecom"),
    banking: databaseSetting("banking"),
    police: databaseSetting("police"),
    audit: databaseSetting("audit"),
  });
  const databases = {
    telecom: openDatabase({ url: telecom }),
    banking: openDatabase({ url: banking }),
    police: openDatabase({ url: police }),
    audit: openDatabase({ url: audit }),
  };
  return {
    databases,
    embedded: false,
    close: async () => void (await Promise.all(Object.values(databases).map(database => database.close()))),
  };
}

/** The one store that holds all four. */
export interface EmbeddedStores extends OpenStores {
  /** Opens it, in its thread, while the caller may do something else. Rejects with a CliError where that cannot be. */
  open(): Promise<void>;
}

/** Opens the embedded store of a data folder, for this process alone: with its first statement, or once it is told to. */
export function openEmbeddedStores(
  folder: string,
  location: EmbeddedLocation = { directory: join(folder, DATABASE_FOLDER) },
): EmbeddedStores {
  const lock = acquireDataLock(folder);
  // A seeding that was cut short left half a world, which holds nothing that could not be made up again.
  if (findSeededWorld(folder) === null)
    rmSync(join(folder, DATABASE_FOLDER), { recursive: true, force: true });
  const database = openDatabase(location);
  return {
    databases: { telecom: database, banking: database, police: database, audit: database },
    embedded: true,
    open: () =>
      database.open().catch((error: unknown) => {
        throw explainOpenError(error, location.directory);
      }),
    close: () => database.close().finally(() => lock.release()),
  };
}

function explainOpenError(error: unknown, directory: string): CliError {
  const detail = error instanceof Error ? error.message : String(error);
  return new CliError(`The store in ${directory} cannot be opened: ${detail}`, {
    next: "Put back a copy of the data folder, or start with another: --data.",
  });
}
