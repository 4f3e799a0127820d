import { sql } from "kysely";
import type { Database } from "../../../../../schema/database/openDatabase";
import { createMeasureStore } from "../../../../../subgraphs/shared/orders/measureStore";
import type { StandingMeasure } from "../../../../../subgraphs/shared/orders/standingMeasure";
import { eachStore, onPostgres } from "../../../../support/databases";

const TODAY = "2026-11-24";
const NOW = new Date("2026-11-24T02:00:00.000Z");
/** Stands, and goes on. */
const STANDING: StandingMeasure = {
  causeId: "cause",
  kind: "NO_NEW_LINE",
  sector: "TELECOM",
  causeKind: "SANCTION",
  subjectId: "subject",
  holderKnown: false,
  holdingId: null,
  startsOn: "2026-11-01",
  endsOn: TODAY,
  startsAt: null,
  endsAt: null,
  article: "23.1",
  holderMark: null,
  endedAt: null,
  endedBy: null,
};
const ENDED = { endedAt: NOW, endedBy: "LIFTED" } as const;

eachStore("telecom", open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  /** In a transaction that is taken back. */
  async function hasWork(measures: readonly StandingMeasure[], reviewed: boolean): Promise<boolean> {
    const after: boolean[] = [];
    const taken = database.transaction(async tx => {
      const store = createMeasureStore("telecom", tx);
      for (const one of measures)
        await (one.endedAt === null ? store.begin([one], "2026-11-01") : store.end([one], NOW, "LIFTED"));
      if (reviewed) await sql`insert into telecom.order_review (subject_id) values ('subject')`.execute(tx);
      after.push(await store.hasWork(TODAY, NOW));
      throw new Error("taken back");
    });
    await expect(taken).rejects.toThrow("taken back");
    return after.includes(true);
  }

  test.each<[what: string, measures: readonly StandingMeasure[], reviewed: boolean, expected: boolean]>([
    ["nothing is there", [], false, false],
    ["a measure stands through its last day", [STANDING], false, false],
    ["a measure has no end", [{ ...STANDING, endsOn: null }], false, false],
    ["the last day was yesterday", [{ ...STANDING, endsOn: "2026-11-23" }], false, true],
    ["it ended by order before", [{ ...STANDING, endsOn: "2026-11-23", ...ENDED }], false, false],
    ["the moment has come", [{ ...STANDING, endsOn: null, endsAt: NOW }], false, true],
    ["the moment comes", [{ ...STANDING, endsAt: new Date(NOW.getTime() + 1) }], false, false],
    ["a measure begins today", [{ ...STANDING, startsOn: TODAY }], false, true],
    ["a measure begins tomorrow", [{ ...STANDING, startsOn: "2026-11-25", endsOn: null }], false, false],
    ["somebody is to be looked at anew", [], true, true],
    ["one of two is over", [STANDING, { ...STANDING, causeId: "other", endsOn: "2026-11-23" }], false, true],
  ])("there is work or not: %s", async (_what, measures, reviewed, expected) => {
    expect(await hasWork(measures, reviewed)).toBe(expected);
  });

  test("a measure is over once, by its last day, by its moment or by both, until it is ended", async () => {
    const YESTERDAY = "2026-11-23";
    await database.transaction(async tx => {
      const store = createMeasureStore("telecom", tx);
      const over = async (limit = 10) =>
        (await store.overdue(TODAY, NOW, limit)).map(({ causeId }) => causeId);
      await store.begin(
        [
          STANDING,
          { ...STANDING, causeId: "day", endsOn: YESTERDAY },
          { ...STANDING, causeId: "moment", endsOn: null, endsAt: NOW },
          { ...STANDING, causeId: "both", endsOn: YESTERDAY, endsAt: NOW },
          { ...STANDING, causeId: "never", endsOn: null },
        ],
        TODAY,
      );
      expect(await over()).toEqual(["both", "day", "moment"]);
      expect(await over(2)).toHaveLength(2);
      await store.end(await store.overdue(TODAY, NOW, 10), NOW, "EXPIRED");
      expect(await over()).toEqual([]);
    });
  });
});

onPostgres("telecom", "whoever looks each second for measures that are over", open => {
  test("reads none of those that stand, however many there are", async () => {
    const database = await open();
    await database.transaction(async tx => {
      const store = createMeasureStore("telecom", tx);
      const many = Array.from({ length: 2_000 }, (_, place) => ({ ...STANDING, causeId: `cause ${place}` }));
      await store.begin(many, TODAY);
      // Those that ended long ago have PostgreSQL expect many that are over.
      const past = many.map(one => ({ ...one, causeId: `past ${one.causeId}`, endsOn: "2026-11-02" }));
      await store.end(past, NOW, "EXPIRED");
      await sql`analyze telecom.measure`.execute(tx);
      const read = async (): Promise<{ scanned: number; fetched: number }> => {
        const { rows } = await sql<{ scanned: string; fetched: string }>`
          select seq_tup_read as scanned, idx_tup_fetch as fetched from pg_stat_xact_user_tables
          where schemaname = 'telecom' and relname = 'measure'`.execute(tx);
        return { scanned: Number(rows[0]!.scanned), fetched: Number(rows[0]!.fetched) };
      };
      const before = await read();
      // More often than PostgreSQL plans for the values that it is shown.
      for (let time = 0; time < 8; time += 1) {
        expect(await store.hasWork(TODAY, NOW)).toBe(false);
        expect(await store.overdue(TODAY, NOW, 100)).toEqual([]);
      }
      const after = await read();
      expect(after.scanned).toBe(before.scanned);
      // The one that ends first, by day, is looked at to see that it is not over.
      expect(after.fetched - before.fetched).toBeLessThanOrEqual(8);
    });
  });
});
