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
  });

  const HEADER = linesKind.columns.map(({ name }) => name).join(",");
  const importRows = (rows: readonly string[]) => {
    const path = writeImportFile("lines.csv", [HEADER, ...rows].join("\n"));
    return runImport({ kind: linesKind, path, database, parts, threads: null });
  };
  const examples = linesKind.examples.map(row => row.join(","));

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
