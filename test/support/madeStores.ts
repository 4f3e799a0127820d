import { execFile } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate, type StoreName } from "../../schema/database/migrate";
import { type Database, type EmbeddedLocation, openDatabase } from "../../schema/database/openDatabase";
import { testServices } from "./services";

const run = promisify(execFile);

/**
 * Where a new store in memory begins, with these subgraphs' tables and no rows: as a copy, which takes a quarter of the
 * time. The first test of a run that needs it makes what is copied; of two that do so at once the later one's stays.
 */
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

/** Puts these subgraphs' tables into a database, and closes it. */
export async function makeTables(database: Database, tables: readonly StoreName[]): Promise<void> {
  for (const store of tables) await migrate(database, store);
  await database.close();
}
