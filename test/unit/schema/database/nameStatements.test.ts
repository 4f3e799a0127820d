import { sql } from "kysely";
import { openDatabase, type Database } from "../../../../schema/database/openDatabase";
import { createPostgresDatabase } from "../../../support/databases";

describe("statements of a store on PostgreSQL", () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const created = await createPostgresDatabase();
    ({ drop } = created);
    database = openDatabase({ url: created.url });
    await sql`create table item (name text primary key, size int); insert into item values ('a', 1)`.execute(
      database.db,
    );
  });
  afterEach(async () => {
    await database.close();
    await drop();
  });

  const sizeOf = async (name: string, db = database.db) =>
    (await sql<{ size: unknown }>`select size from item where name = ${name}`.execute(db)).rows[0]?.size;
  const prepared = async (db = database.db) =>
    (await sql<{ size: number }>`select count(*) as size from pg_prepared_statements`.execute(db)).rows[0]
      ?.size;

  test("are parsed once by a connection, whatever values they come with", async () => {
    await database.transaction(async tx => {
      const before = (await prepared(tx)) ?? 0;
      expect(await sizeOf("a", tx)).toBe(1);
      expect(await sizeOf("b", tx)).toBeUndefined();
      expect(await prepared(tx)).toBe(before + 1);
    });
  });

  const changeType = () => sql`alter table item alter column size type text`.execute(database.db);

  test("go through again once a migration has changed what comes back, after failing once", async () => {
    expect(await sizeOf("a")).toBe(1);
    await changeType();
    await expect(sizeOf("a")).rejects.toMatchObject({ code: "0A000" });
    expect(await sizeOf("a")).toBe("1");
  });

  test("do not fail in a transaction then: it is run again", async () => {
    expect(await sizeOf("a")).toBe(1);
    await changeType();
    expect(await database.transaction(tx => sizeOf("a", tx))).toBe("1");
  });

  test("go through again once a migration has changed what they compare with, after failing once", async () => {
    const ofSize = async (size: unknown) =>
      (await sql<{ name: string }>`select name from item where size = ${size}`.execute(database.db)).rows;
    expect(await ofSize(1)).toEqual([{ name: "a" }]);
    await changeType();
    await expect(ofSize("1")).rejects.toMatchObject({ code: "42883" });
    expect(await ofSize("1")).toEqual([{ name: "a" }]);
  });

  test("with a batch of values are planned for that batch", async () => {
    await database.transaction(async tx => {
      const before = await prepared(tx);
      const many = Array.from({ length: 101 }, (_, index) => `n${index}`);
      await sql`select size from item where name = any(${many}::text[])`.execute(tx);
      await sql`select length(${"x".repeat(20_000)}::text) as size`.execute(tx);
      expect(await prepared(tx)).toBe(before);
    });
  });

  test("that are all different go through too, and do not fill a connection's memory", async () => {
    await database.transaction(async tx => {
      for (let index = 0; index < 1_100; index += 1)
        await sql`select ${sql.lit(index)} as size where ${"a"}::text = 'a'`.execute(tx);
      expect(await prepared(tx)).toBeLessThanOrEqual(1_000);
      expect(await sizeOf("a", tx)).toBe(1);
    });
  });

  test("may be several in one text where they take no values", async () => {
    await sql`insert into item values ('b', 2); insert into item values ('c', 3)`.execute(database.db);
    expect(await sizeOf("c")).toBe(3);
  });
});
