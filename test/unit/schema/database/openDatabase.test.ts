import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { openDatabase, type Database } from "../../../../schema/database/openDatabase";
import { createPostgresDatabase } from "../../../support/databases";

const STORES: [string, () => Promise<{ database: Database; dispose(): Promise<void> }>][] = [
  [
    "PGlite",
    () => {
      const database = openDatabase({ directory: "memory://" });
      return Promise.resolve({ database, dispose: () => database.close() });
    },
  ],
  [
    "PostgreSQL",
    async () => {
      const { url, drop } = await createPostgresDatabase();
      const database = openDatabase({ url });
      return { database, dispose: () => database.close().then(drop) };
    },
  ],
];

describe.each(STORES)("a store on %s", (_name, open) => {
  let database: Database;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    ({ database, dispose } = await open());
    await sql`create table item (name text primary key, bought_on date, price numeric, size bigint, at timestamptz, notes jsonb)`.execute(
      database.db,
    );
  });
  afterAll(() => dispose());

  const names = async () =>
    (await sql<{ name: string }>`select name from item order by name`.execute(database.db)).rows.map(
      row => row.name,
    );

  test("rolls back everything of a transaction that throws, and passes the error on", async () => {
    const work = database.transaction(async tx => {
      await sql`insert into item (name) values ('half')`.execute(tx);
      throw new Error("second half missing");
    });
    await expect(work).rejects.toThrow("second half missing");
    expect(await names()).toEqual([]);
  });

  test("goes on after a statement that fails, and tells its SQLSTATE", async () => {
    await sql`insert into item (name) values ('once')`.execute(database.db);
    await expect(sql`insert into item (name) values ('once')`.execute(database.db)).rejects.toMatchObject({
      code: "23505",
    });
    expect(await names()).toEqual(["once"]);
  });

  test("keeps the statements of one transaction out of another's", async () => {
    const add = (name: string) =>
      database.transaction(async tx => {
        const before = await sql<{ size: number }>`select count(*) as size from item`.execute(tx);
        await sql`insert into item (name, size) values (${name}, ${before.rows[0]?.size})`.execute(tx);
      });
    await Promise.all([add("a"), add("b"), add("c")]);
    expect(await names()).toEqual(["a", "b", "c", "once"]);
  });

  test("answers days and amounts as text, counts as numbers, moments as dates, JSON as values", async () => {
    await sql`insert into item values ('typed', '2024-02-29', 10.50, 9007199254740991, '2026-11-24T00:00:00Z', ${'{"a":[1]}'}::jsonb)`.execute(
      database.db,
    );
    const { rows } = await sql`select * from item where name = any(${["typed"]})`.execute(database.db);
    expect(rows).toEqual([
      {
        name: "typed",
        bought_on: "2024-02-29",
        price: "10.50",
        size: 9007199254740991,
        at: new Date("2026-11-24T00:00:00Z"),
        notes: { a: [1] },
      },
    ]);
  });

  test("tells a listener of each statement until it stops listening", async () => {
    const heard: string[] = [];
    const stop = database.onStatement(statement => heard.push(statement));
    await sql`/* one */ select 1`.execute(database.db);
    await database.transaction(tx => sql`/* two */ select 1`.execute(tx));
    stop();
    await sql`/* three */ select 1`.execute(database.db);
    expect(heard).toEqual([expect.stringContaining("one"), expect.stringContaining("two")]);
  });
});

test("a store that was opened and never used can be closed, and keeps no thread alive", async () => {
  const script = `
    const { openDatabase } = require(${JSON.stringify(BUILT)});
    openDatabase({ directory: "memory://" }).close().then(() => console.log("closed"));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], { timeout: 20_000 });
  expect(stdout).toBe("closed\n");
});

// As it is started: the tests' own transformer is not there in another process.
const BUILT = join(__dirname, "../../../../dist/schema/database/openDatabase.js");
