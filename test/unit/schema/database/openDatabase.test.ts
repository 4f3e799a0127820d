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

describe("two transactions on PostgreSQL that wait for each other", () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await createPostgresDatabase();
    drop = created.drop;
    database = openDatabase({ url: created.url });
    await sql`create table item (name text primary key, size bigint not null)`.execute(database.db);
    await sql`insert into item values ('a', 0), ('b', 0)`.execute(database.db);
  });
  afterAll(() => database.close().then(drop));

  const add = (tx: typeof database.db, name: string | undefined) =>
    sql`update item set size = size + 1 where name = ${name}`.execute(tx);
  const sizes = async () => (await sql`select name, size from item order by name`.execute(database.db)).rows;

  test("both come through, each once: the one that was rolled back is run again", async () => {
    let runs = 0;
    let meet = (): void => undefined;
    const met = new Promise<void>(resolve => (meet = resolve));
    const cross = (names: readonly string[]) =>
      database.transaction(async tx => {
        runs += 1;
        await add(tx, names[0]);
        if (runs === 2) meet();
        await met;
        await add(tx, names[1]);
        return names;
      });
    expect(await Promise.all([cross(["a", "b"]), cross(["b", "a"])])).toEqual([
      ["a", "b"],
      ["b", "a"],
    ]);
    expect(runs).toBe(3);
    expect(await sizes()).toEqual([
      { name: "a", size: 2 },
      { name: "b", size: 2 },
    ]);
  });

  test("one that loses each time gives up and tells why, and no other error is tried again", async () => {
    for (const [code, expected] of [
      ["40P01", 5],
      ["40001", 5],
      ["23505", 1],
    ] as const) {
      let runs = 0;
      const work = database.transaction(async tx => {
        runs += 1;
        await add(tx, "a");
        await sql`do ${sql.raw(`$$ begin raise exception 'lost' using errcode = '${code}'; end $$`)}`.execute(
          tx,
        );
      });
      await expect(work).rejects.toMatchObject({ code });
      expect(runs).toBe(expected);
    }
    expect(await sizes()).toMatchObject([{ size: 2 }, { size: 2 }]);
  });
});

const NOWHERE = "/dev/null/store";

test.each([
  ["that was never used", `openDatabase({ directory: "memory://" }).close()`],
  [
    "that opens and is asked nothing",
    `(store => (void store.open(), store.close()))(openDatabase({ directory: "memory://" }))`,
  ],
  [
    "that cannot be opened",
    `(store => store.open().catch(() => store.close()).catch(() => undefined))(openDatabase({ directory: "${NOWHERE}" }))`,
  ],
])("a store %s can be closed, and keeps no thread alive", async (_which, closing) => {
  const script = `
    const { openDatabase } = require(${JSON.stringify(BUILT)});
    ${closing}.then(() => console.log("closed"));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], { timeout: 20_000 });
  expect(stdout).toBe("closed\n");
});

// As it is started: the tests' own transformer is not there in another process.
const BUILT = join(__dirname, "../../../../dist/schema/database/openDatabase.js");
