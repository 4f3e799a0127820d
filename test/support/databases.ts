import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { Client } from "pg";
import type { StoreName } from "../../schema/database/migrate";
import { type Database, openDatabase } from "../../schema/database/openDatabase";
import { copiedInMemory, makeTables } from "./madeStores";
import { testServices } from "./services";

/** Opens a new database with a subgraph's tables and no rows; it is closed after the tests around it. */
export type OpenDatabase = () => Promise<Database>;

interface OpenStore {
  readonly database: Database;
  readonly dispose: () => Promise<void>;
}

type OpenTables = (name: StoreName) => Promise<OpenStore>;

const STORES: readonly { readonly store: string; readonly openStore: OpenTables }[] = [
  { store: "PGlite", openStore: openPglite },
  { store: "PostgreSQL", openStore: openPostgres },
];

/**
 * The same tests over both stores a subgraph may stand on: PGlite in memory and a new PostgreSQL database.
 * `name` is the subgraph whose tables it has.
 */
export function eachStore(name: StoreName, tests: (open: OpenDatabase) => void): void {
  describe.each(STORES)("on $store", ({ openStore }) => openFor(name, openStore, tests));
}

/** Tests of what only happens where each transaction has a connection of its own. */
export function onPostgres(name: StoreName, what: string, tests: (open: OpenDatabase) => void): void {
  describe(what, () => openFor(name, openPostgres, tests));
}

function openFor(name: StoreName, openStore: OpenTables, tests: (open: OpenDatabase) => void): void {
  const opened: OpenStore[] = [];
  afterAll(async () => {
    for (const store of opened) await store.dispose();
  });
  tests(async () => {
    const store = await openStore(name);
    opened.push(store);
    return store.database;
  });
}

/** Until so many of the database's transactions wait for what another one has locked. */
export async function waitForLocked({ db }: Database, count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(db);
    if (rows.length >= count) return;
    await wait(10);
  }
}

async function openPglite(name: StoreName): Promise<OpenStore> {
  const database = closedOnce(openDatabase(await copiedInMemory([name])));
  return { database, dispose: () => database.close() };
}

async function openPostgres(name: StoreName): Promise<OpenStore> {
  const { url, drop } = await createPostgresDatabase(await madePostgresDatabase(name));
  const database = closedOnce(openDatabase({ url }));
  const dispose = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  return { database, dispose };
}

/** A new database on the run's PostgreSQL, empty unless it is copied from another: its name and address, and how to be rid of it. */
export async function createPostgresDatabase(
  copied = "template1",
): Promise<{ name: string; url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} template ${copied}`);
  return {
    name,
    url: testServices().postgresUrl(name),
    drop: async () => void (await administer(`drop database if exists ${name} with (force)`)),
  };
}

/**
 * The name of a database with a subgraph's tables and no rows, to be copied from. The first test of a run that needs it
 * makes it; of two that do so at once the later throws its own away.
 */
async function madePostgresDatabase(store: StoreName): Promise<string> {
  const made = `made_${store}`;
  if ((await administer(`select from pg_database where datname = '${made}'`)).length > 0) return made;
  const { name, url, drop } = await createPostgresDatabase();
  await makeTables(openDatabase({ url }), [store]);
  await administer(`alter database ${name} rename to ${made}`).catch(drop);
  return made;
}

/** One statement to the run's PostgreSQL itself: its rows. */
async function administer(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: testServices().postgresUrl("postgres") });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** A test may close its database itself; closing it again at the end is then no error. */
function closedOnce(database: Database): Database {
  let closing: Promise<void> | null = null;
  return { ...database, close: () => (closing ??= database.close()) };
}
