import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Migrator, sql, type Migration } from "kysely";
import type { Database } from "./openDatabase";

/** Names of the subgraphs that keep a store; each owns the database schema of its name. */
export const STORES = ["telecom", "banking", "police", "audit"] as const;
export type StoreName = (typeof STORES)[number];

/**
 * Brings one subgraph's tables up to date: runs the SQL files of its folder that have not run yet, in name
 * order, all or none. Answers the names of those that ran.
 */
export async function migrate(database: Database, store: StoreName): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => readMigrations(store) },
    migrationTableSchema: store,
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error("The migration failed.", { cause: error });
  return (results ?? []).map(result => result.migrationName);
}

async function readMigrations(store: StoreName): Promise<Record<string, Migration>> {
  const folder = join(__dirname, "migrations", store);
  const files = (await readdir(folder)).filter(name => name.endsWith(".sql")).sort();
  const migrations: Record<string, Migration> = {};
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8");
    migrations[file] = { up: async db => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}
