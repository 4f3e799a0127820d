import { sql } from "kysely";
import { createExpiryStore } from "../../../../../subgraphs/police/store/expiryStore";
import { onPostgres } from "../../../../support/databases";

const TODAY = "2026-11-24";
const NOW = new Date("2026-11-24T02:00:00.000Z");

onPostgres("police", "whoever looks each second for what has ended by itself", open => {
  test("reads no measure that stands, however many there are, and finds the one that is over", async () => {
    const database = await open();
    await database.transaction(async tx => {
      await sql`insert into police.measure (subject_id, sanction_id, kind, sector, starts_on, ends_on, recorded_at)
        select 'subject ' || i, gen_random_uuid(), 'NO_NEW_LINE', 'TELECOM', '2026-11-01', ${TODAY}, ${NOW}
        from generate_series(1, 2000) i`.execute(tx);
      await sql`analyze police.measure`.execute(tx);
      const store = createExpiryStore(tx);
      const read = () =>
        sql<{ rows: string }>`select seq_tup_read as rows from pg_stat_xact_user_tables
          where schemaname = 'police' and relname = 'measure'`.execute(tx);
      const before = await read();
      // More often than PostgreSQL plans for the values that it is shown.
      for (let time = 0; time < 8; time += 1) expect(await store.hasExpired(TODAY, NOW)).toBe(false);
      expect((await read()).rows).toEqual(before.rows);
      await sql`update police.measure set ends_on = '2026-11-23' where subject_id = 'subject 7'`.execute(tx);
      expect(await store.hasExpired(TODAY, NOW)).toBe(true);
    });
  });
});
