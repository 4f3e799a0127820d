import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import { createDirectoryIds } from "../../../../schema/contract/directoryIds";
import { HubError } from "../../../../schema/contract/errors";
import type { Database } from "../../../../schema/database/openDatabase";
import { accepted, duplicate } from "../../../../subgraphs/shared/reports/itemVerdict";
import { MAX_REPORT_ITEMS, runReport } from "../../../../subgraphs/shared/reports/runReport";
import type { ReportOutcome } from "../../../../subgraphs/shared/types/ReportOutcome";
import { eachStore } from "../../../support/databases";

eachStore("telecom", open => {
  const ids = createDirectoryIds(randomBytes(32));
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await sql`create table telecom.note (text text primary key)`.execute(database.db);
  });

  /** Notes are stored; one that says nothing is refused, and "fault" breaks the store. */
  function report(requestId: string, items: readonly string[], institution = "C01"): Promise<ReportOutcome> {
    return runReport({
      subgraph: "telecom",
      database,
      ids,
      at: new Date("2026-11-24T04:00:00.000Z"),
      institution,
      requestId,
      items,
      parse(item: string) {
        if (item === "") throw new HubError("BAD_INPUT", "A note says something.", { detail: "secret" });
        return item;
      },
      async store(tx, notes) {
        const { rows } = await sql<{ text: string }>`insert into telecom.note
          select distinct unnest(${[...notes]}::text[]) on conflict do nothing returning text`.execute(tx);
        if (notes.includes("fault")) throw new Error("The disk is full.");
        const added = new Set(rows.map(row => row.text));
        return notes.map(note =>
          added.delete(note) ? accepted(`id of ${note}`) : duplicate(`id of ${note}`),
        );
      },
    });
  }

  async function countNotes(): Promise<number> {
    const { rows } = await sql<{ notes: number }>`select count(*) as notes from telecom.note`.execute(
      database.db,
    );
    return rows[0]!.notes;
  }

  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => "stored",
      (error: unknown) => (error instanceof HubError ? error.code : error),
    );

  test("a bad item is rejected with its reason, and the items around it are stored", async () => {
    expect(await report("mixed", ["m1", "", "m2", "m1"])).toEqual({
      requestId: "mixed",
      accepted: 2,
      duplicate: 1,
      rejected: 1,
      items: [
        { index: 0, state: "ACCEPTED", id: "id of m1", code: null, message: null },
        { index: 1, state: "REJECTED", id: null, code: "BAD_INPUT", message: "A note says something." },
        { index: 2, state: "ACCEPTED", id: "id of m2", code: null, message: null },
        { index: 3, state: "DUPLICATE", id: "id of m1", code: null, message: null },
      ],
    });
  });

  test("a report sent again is answered as the first time, and changes nothing", async () => {
    const first = await report("again", ["a1", "", "a2"]);
    await sql`delete from telecom.note where text = 'a1'`.execute(database.db);
    const before = await countNotes();
    expect(await report("again", ["a1", "", "a2"])).toEqual(first);
    expect(await countNotes()).toBe(before);
  });

  test("an id that was used for another report is refused, and nothing of the second is stored", async () => {
    await report("reused", ["r1"]);
    const before = await countNotes();
    expect(await codeOf(report("reused", ["r1", "r2"]))).toBe("REQUEST_ID_REUSED");
    expect(await countNotes()).toBe(before);
  });

  test("another institution's request ids are its own", async () => {
    const first = await report("shared", ["s1"]);
    const second = await report("shared", ["s2"], "C02");
    expect(second).toMatchObject({ accepted: 1 });
    // Sent again, each is answered as it was itself.
    expect(await report("shared", ["s1"])).toEqual(first);
    expect(await report("shared", ["s2"], "C02")).toEqual(second);
  });

  test("a report that failed has used up nothing: it can be sent again under its id", async () => {
    const before = await countNotes();
    await expect(report("failed", ["f1", "fault"])).rejects.toThrow("The disk is full.");
    expect(await countNotes()).toBe(before);
    expect(await report("failed", ["f1"])).toMatchObject({ accepted: 1 });
  });

  test("the same report sent twice at once is stored once, and both are answered alike", async () => {
    const [one, other] = await Promise.all([report("twins", ["t1", "t2"]), report("twins", ["t1", "t2"])]);
    expect(one).toMatchObject({ accepted: 2, duplicate: 0 });
    expect(other).toEqual(one);
  });

  test.each([
    ["no id at all", ""],
    ["an id with a line break", "a\nb"],
    ["an id that is longer than any", "x".repeat(129)],
  ])("%s is refused as BAD_INPUT", async (_what, requestId) => {
    expect(await codeOf(report(requestId, ["n1"]))).toBe("BAD_INPUT");
  });

  test("as many items as allowed are stored, one more is refused whole", async () => {
    const many = Array.from({ length: MAX_REPORT_ITEMS + 1 }, (_, index) => `many ${index}`);
    expect(await codeOf(report("too many", many))).toBe("LIMIT_EXCEEDED");
    expect(await report("many", many.slice(1))).toMatchObject({ accepted: MAX_REPORT_ITEMS });
  });

  test("an empty report is a report: nothing is in it", async () => {
    expect(await report("empty", [])).toMatchObject({ accepted: 0, duplicate: 0, rejected: 0, items: [] });
  });
});
