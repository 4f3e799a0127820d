import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { Client } from "pg";
import { migrate, type StoreName } from "../../schema/database/migrate";
import { type Database, openDatabase } from "../../schema/database/openDatabase";
import { testServices } from "./services";

/** Opens a new, empty, migrated database; it is closed after the tests around it. */
export type OpenDatabase = () => Promise<Database>;

interface OpenStore {
  readonly database: Database;
  readonly dispose: () => Promise<void>;
}

const STORES: readonly { readonly store: string; readonly openStore: () => Promise<OpenStore> }[] = [
  { store: "PGlite", openStore: openPglite },
  { store: "PostgreSQL", openStore: openPostgres },
];

/**
 * The same tests over both stores a subgraph may stand on: PGlite in memory and a fresh PostgreSQL database.
 * `name` is the subgraph whose migrations are run.
 */
export function eachStore(name: StoreName, tests: (open: OpenDatabase) => void): void {
  describe.each(STORES)("on $store", ({ openStore }) => openFor(name, openStore, tests));
}

/** Tests of what only happens where each transaction has a connection of its own. */
export function onPostgres(name: StoreName, what: string, tests: (open: OpenDatabase) => void): void {
  describe(what, () => openFor(name, openPostgres, tests));
}

function openFor(
  name: StoreName,
  openStore: () => Promise<OpenStore>,
  tests: (open: OpenDatabase) => void,
): void {
  const opened: OpenStore[] = [];
  afterAll(async () => {
    for (const store of opened) await store.dispose();
  });
  tests(async () => {
    const store = await openStore();
    opened.push(store);
    await migrate(store.database, name);
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

function openPglite(): Promise<OpenStore> {
  const database = closedOnce(openDatabase({ directory: "memory://" }));
  return Promise.resolve({ database, dispose: () => database.close() });
}

async function openPostgres(): Promise<OpenStore> {
  const { url, drop } = await createPostgresDatabase();
  const database = closedOnce(openDatabase({ url }));
  const dispose = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  return { database, dispose };
}

/** A new, empty database on the run's PostgreSQL: its address, and how to be rid of it. */
export async function createPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name}`);
  return {
    url: testServices().postgresUrl(name),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: testServices().postgresUrl("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A test may close its database itself; closing it again at the end is then no error. */
function closedOnce(database: Database): Database {
  let closing: Promise<void> | null = null;
  return { ...database, close: () => (closing ??= database.close()) };
}
