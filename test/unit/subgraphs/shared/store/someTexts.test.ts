import { sql, type Kysely } from "kysely";
import { openDatabase, type Database } from "../../../../../schema/database/openDatabase";
import { someTexts } from "../../../../../subgraphs/shared/store/someTexts";
import { createPostgresDatabase } from "../../../../support/databases";

describe("a look-up of a few on PostgreSQL", () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await createPostgresDatabase();
    ({ drop } = created);
    database = openDatabase({ url: created.url });
    await sql`create table item (name text primary key, note text);
      insert into item select 'n' || i, repeat('x', 200) from generate_series(1, 5000) i; analyze item`.execute(
      database.db,
    );
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const ofNames = (names: readonly string[], db: Kysely<unknown>) =>
    sql<{ name: string }>`select name from item where name = any(${someTexts(names)}) order by name`.execute(
      db,
    );

  test.each([[[]], [["n1"]], [["n2", "n3", "none", "n2"]], [["it's", 'a "quote"', "{n1}", "n4,n5"]]])(
    "finds those of %j that are there",
    async names => {
      const there = [...new Set(names)].filter(name => /^n\d$/.test(name)).map(name => ({ name }));
      expect((await ofNames(names, database.db)).rows).toEqual(there);
    },
  );

  test("keeps its plan, however few come", async () => {
    await database.transaction(async tx => {
      for (let time = 0; time < 8; time += 1) await ofNames(["n1"], tx);
      const { rows } = await sql<{ kept: string; anew: string }>`
        select generic_plans as kept, custom_plans as anew from pg_prepared_statements
        where statement like 'select name from item%'`.execute(tx);
      expect(rows).toHaveLength(1);
      expect(Number(rows[0]?.kept)).toBeGreaterThanOrEqual(3);
      // PostgreSQL plans anew five times before it compares.
      expect(Number(rows[0]?.anew)).toBeLessThanOrEqual(5);
    });
  });
});
