import { existsSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { flagsKind } from "../../../scripts/import/flagsKind";
import { readImportParts } from "../../../scripts/import/readImportParts";
import { runImport } from "../../../scripts/import/runImport";
import { createTelecomWriter } from "../../../scripts/seed/writeTelecom";
import type { Database } from "../../../schema/database/openDatabase";
import { eachStore } from "../../support/databases";
import { writeImportFile } from "../../support/importWorld";
import { EMPTY_CHUNK, line, person } from "../telecom/telecomRows";

eachStore("telecom", open => {
  let database: Database;
  let writer: ReturnType<typeof createTelecomWriter>;
  const parts = readImportParts({ ...createSecretVariables() });
  beforeAll(async () => {
    database = await open();
    await sql`insert into telecom.institution (code, name, sector, region)
      values ('C01', '远讯通信', 'TELECOM', '990100'), ('C02', '星澜移动', 'TELECOM', '990100')`.execute(
      database.db,
    );
    const tokenOf = (document: Parameters<typeof parts.identify>[0]) => parts.identify(document).id;
    writer = createTelecomWriter({ database, keys: parts.keys, tokenOf, today: "2026-11-24" });
    await writer.write({ ...EMPTY_CHUNK, lines: [line("14100000001", person(41))] });
  });

  const HEADER = flagsKind.columns.map(({ name }) => name).join(",");
  const importRows = (rows: readonly string[]) => {
    const path = writeImportFile("flags.csv", [HEADER, ...rows].join("\n"));
    return runImport({ kind: flagsKind, path, database, parts, threads: null });
  };
  const examples = flagsKind.examples.map(row => row.join(","));

  test("flags of a carrier's own lines are raised; of a line that it does not have, the row is rejected alone", async () => {
    const strange = examples[0]?.replace("14100000001", "14100000002") ?? "";
    expect(await importRows([...examples, strange, strange.replace("C01", "C02")])).toMatchObject({
      accepted: 2,
      duplicate: 0,
      rejected: 2,
    });
    expect(await importRows(examples)).toMatchObject({ accepted: 0, duplicate: 2, rejected: 0 });
    const { rows } = await sql<{ status: string }>`select status from telecom.flag`.execute(database.db);
    expect(rows).toEqual([{ status: "REPORTED" }, { status: "REPORTED" }]);
  });

  test("what was rejected is tried again when the same file is imported again, and nothing else is", async () => {
    const [example = ""] = examples;
    const late = example.replace("14100000001", "14100000043");
    const never = example.replace("14100000001", "14100000044");
    const path = writeImportFile(
      "late.csv",
      [HEADER, example.replace(",420,", ",421,"), late, never].join("\n"),
    );
    const run = () => runImport({ kind: flagsKind, path, database, parts, threads: null });
    expect(await run()).toMatchObject({ duplicate: 1, rejected: 2, rowsNow: 3 });
    await writer.write({ ...EMPTY_CHUNK, lines: [line("14100000043", person(43))] });
    expect(await run()).toMatchObject({ accepted: 1, duplicate: 1, rejected: 1, rowsNow: 1 });
    expect(readFileSync(`${path}.rejected.csv`, "utf8")).toMatch(/^line,code,reason\n4,NOT_FOUND,[^\n]*\n$/);
    await writer.write({ ...EMPTY_CHUNK, lines: [line("14100000044", person(44))] });
    expect(await run()).toMatchObject({ accepted: 2, duplicate: 1, rejected: 0, rejectedFile: null });
    expect(existsSync(`${path}.rejected.csv`)).toBe(false);
    expect(await run()).toMatchObject({ accepted: 2, duplicate: 1, rejected: 0, rowsNow: 0 });
  });

  test("the carriers' own request ids are left alone", async () => {
    const { rows } = await sql`select 1 from telecom.idempotent_request`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
