import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate, type StoreName } from "../../schema/database/migrate";
import { type Database, type EmbeddedLocation, openDatabase } from "../../schema/database/openDatabase";
import { administer } from "./administer";
import { testServices } from "./services";

const run = promisify(execFile);

/*
 * To make a store takes seconds, to copy one half of one: the first test of a run that needs a subgraph's tables
 * makes a store with them, and all take copies. Of two that make the same one at once the later throws its own away.
 */

/** Where a new store in memory begins, with these subgraphs' tables and no rows. */
export async function copiedInMemory(tables: readonly StoreName[]): Promise<EmbeddedLocation> {
  const { storesFolder } = testServices();
  const copyOf = join(storesFolder, `${tables.join("-")}.tar`);
  if (!existsSync(copyOf)) {
    const making = mkdtempSync(join(storesFolder, "making-"));
    await makeTables(openDatabase({ directory: making }), tables);
    const written = `${making}.tar`;
    // PGlite wants the names of its files to begin with a slash.
    await run("tar", [
      "-c",
      "-P",
      "--format=ustar",
      "--transform=s,^[.]/,/,",
      "-f",
      written,
      "-C",
      making,
      ".",
    ]);
    await rename(written, copyOf);
  }
  return { directory: "memory://", copyOf };
}

/** The name of a database on the run's PostgreSQL with these subgraphs' tables and no rows, to be copied from. */
export async function madePostgresDatabase(tables: readonly StoreName[]): Promise<string> {
  const made = `made_${tables.join("_")}`;
  if ((await administer(`select from pg_database where datname = '${made}'`)).length > 0) return made;
  const making = `making_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${making}`);
  await makeTables(openDatabase({ url: testServices().postgresUrl(making) }), tables);
  await administer(`alter database ${making} rename to ${made}`).catch(() =>
    administer(`drop database ${making} with (force)`),
  );
  return made;
}

async function makeTables(database: Database, tables: readonly StoreName[]): Promise<void> {
  for (const store of tables) await migrate(database, store);
  await database.close();
}
