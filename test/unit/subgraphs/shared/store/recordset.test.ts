import { sql } from "kysely";
import type { Database } from "../../../../../schema/database/openDatabase";
import { recordset, type RecordColumns } from "../../../../../subgraphs/shared/store/recordset";
import { eachStore } from "../../../../support/databases";

const AWKWARD = [
  '"',
  "\\",
  'a\\"b',
  "{x,y}",
  "NULL",
  "null",
  "",
  " ",
  "\n",
  "'",
  "张三",
  "$1",
  "%s",
  '\\\\"',
  "{}",
];

eachStore("banking", open => {
  let database: Database;
  beforeAll(async () => void (database = await open()));

  async function read(rows: readonly object[], columns: RecordColumns): Promise<object[]> {
    const { rows: answer } = await sql<object>`select r.* from ${recordset(rows, columns)}`.execute(
      database.db,
    );
    return answer;
  }

  it("hands over texts as they are, whatever stands in them", async () => {
    const rows = AWKWARD.map(text => ({ text, list: [text, ...AWKWARD], fact: { [text]: text } }));
    expect(await read(rows, { text: "text", list: "text[]", fact: "jsonb" })).toEqual(rows);
  });

  it("tells nothing apart from an empty text, and an empty list from none", async () => {
    const columns = { text: "text", list: "text[]", fact: "jsonb" };
    const rows = [
      { text: null, list: null, fact: null },
      { text: "", list: [], fact: "" },
    ];
    expect(await read([{}, rows[1]!], columns)).toEqual(rows);
  });

  it("hands over days, moments, numbers and truths in their own types", async () => {
    const columns = { on: "date", at: "timestamptz", count: "integer", amount: "numeric", isSo: "boolean" };
    const at = new Date("2026-11-24T04:00:00.123Z");
    const row = { on: "2024-02-29", at, count: -7, amount: "1200.50", isSo: false };
    expect(await read([row], columns)).toEqual([row]);
  });

  it("reads no rows as none, in their order as many as there are", async () => {
    expect(await read([], { number: "integer" })).toEqual([]);
    const rows = Array.from({ length: 1_000 }, (_, number) => ({ number }));
    expect(await read(rows, { number: "integer" })).toEqual(rows);
  });
});
