import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import type { StoreName } from "../../schema/database/migrate";
import { type Database, openDatabase } from "../../schema/database/openDatabase";
import { administer } from "./administer";
import { copiedInMemory, madePostgresDatabase } from "./madeStores";
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
  const { url, drop } = await createPostgresDatabase(await madePostgresDatabase([name]));
  const database = closedOnce(openDatabase({ url }));
  const dispose = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  return { database, dispose };
}

/** A new database on the run's PostgreSQL, empty unless it is copied from another: its address, and how to be rid of it. */
export async function createPostgresDatabase(
  copied = "template1",
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} template ${copied}`);
  return {
    url: testServices().postgresUrl(name),
    drop: async () => void (await administer(`drop database if exists ${name} with (force)`)),
  };
}

/** A test may close its database itself; closing it again at the end is then no error. */
function closedOnce(database: Database): Database {
  let closing: Promise<void> | null = null;
  return { ...database, close: () => (closing ??= database.close()) };
}
