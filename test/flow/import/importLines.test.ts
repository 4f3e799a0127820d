import { sql } from "kysely";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { linesKind } from "../../../scripts/import/linesKind";
import { readImportParts } from "../../../scripts/import/readImportParts";
import { runImport } from "../../../scripts/import/runImport";
import type { Database } from "../../../schema/database/openDatabase";
import { eachStore } from "../../support/databases";
import { writeImportFile } from "../../support/importWorld";

eachStore("telecom", open => {
  let database: Database;
  const parts = readImportParts({ ...createSecretVariables() });
  beforeAll(async () => {
    database = await open();
    await sql`insert into telecom.institution (code, name, sector, region)
      values ('C01', '远讯通信', 'TELECOM', '990100')`.execute(database.db);
  });

  const HEADER = linesKind.columns.map(({ name }) => name).join(",");
  const importRows = (rows: readonly string[]) => {
    const path = writeImportFile("lines.csv", [HEADER, ...rows].join("\n"));
    return runImport({ kind: linesKind, path, database, parts, threads: null });
  };
  const examples = linesKind.examples.map(row => row.join(","));

  test("a row of a carrier that is not in the register, of a moment that never was or of a year that no store keeps, is rejected alone", async () => {
    const [row = "", other = ""] = examples.map(example => example.replaceAll("141000", "141999"));
    const strange = row.replace("C01,", "C99,");
    const never = other.replace("2026-11-20T", "2026-02-30T");
    const old = other.replace(/2026-11-20T[^,]*/, "0001-01-01T00:00:00+08:00");
    expect(await importRows([strange, never, old, row])).toMatchObject({ accepted: 1, rejected: 3 });
    const { rows } = await sql<{ reasons: string[] }>`select array(
      select r->>'reason' from jsonb_array_elements(rejected) r) as reasons from telecom.import_progress`.execute(
      database.db,
    );
    expect(rows[0]?.reasons).toEqual([
      "The carrier is not in the telecom register.",
      "`observedAt` is a moment such as 2026-11-24T08:00:00+08:00.",
      "`observedAt` lies in the years 1900 to 9999 of UTC.",
    ]);
    await sql`delete from telecom.line`.execute(database.db);
  });

  test("lines are taken in by the rules of the carriers' reports; one without a holder cannot be active", async () => {
    const nobodys =
      examples[0]?.replace("14100000001", "14100000003").replace(/RESIDENT_ID,\d+X?,,王小明/, ",,,") ?? "";
    expect(await importRows([...examples, nobodys])).toMatchObject({
      accepted: 2,
      duplicate: 0,
      rejected: 1,
    });
    expect(await importRows(examples)).toMatchObject({ accepted: 0, duplicate: 2, rejected: 0 });
    const { rows } = await sql<{ status: string }>`select status from telecom.line order by status`.execute(
      database.db,
    );
    expect(rows).toEqual([{ status: "ACTIVE" }, { status: "CLOSED" }]);
  });
});
