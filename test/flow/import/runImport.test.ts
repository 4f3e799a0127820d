import { sql } from "kysely";
import { runImport } from "../../../scripts/import/runImport";
import { accountsKind } from "../../../scripts/import/accountsKind";
import { readImportParts } from "../../../scripts/import/readImportParts";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import type { Database } from "../../../schema/database/openDatabase";
import { createInstitutionReportStore } from "../../../subgraphs/banking/store/institutionReportStore";
import { Sector } from "../../../subgraphs/shared/types/enums";
import { eachStore } from "../../support/databases";
import { ACCOUNT_COLUMNS, accountRow, writeImportFile } from "../../support/importWorld";

eachStore("banking", open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    const bank = { code: "102", name: "华衡银行", sector: Sector.BANKING, region: "990100" };
    await createInstitutionReportStore(database.db).saveInstitutions([bank]);
  });

  const parts = readImportParts({ ...createSecretVariables() });
  const importRows = (rows: readonly string[]) => {
    const path = writeImportFile("accounts.csv", [ACCOUNT_COLUMNS, ...rows].join("\n"));
    return runImport({ kind: accountsKind, path, database, parts, threads: null });
  };

  test("a file is taken in by one process alone, batch by batch, with numbers and names sealed", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => accountRow(index, "欧阳入库"));
    expect(await importRows(rows)).toEqual({
      accepted: 2_500,
      duplicate: 0,
      rejected: 0,
      rowsNow: 2_500,
      rejectedFile: null,
    });
    const { rows: stored } = await sql<{ row: string }>`select to_jsonb(a)::text as row from banking.account a
      union all select to_jsonb(s)::text from banking.subject s
      union all select to_jsonb(l)::text from banking.link_key l
      union all select to_jsonb(o)::text from banking.outbox o`.execute(database.db);
    const text = stored.map(({ row }) => row).join("\n");
    const [, number, , , , , document] = rows[7]?.split(",") ?? [];
    for (const secret of ["欧阳入库", number, document, "14100000002"]) expect(text).not.toContain(secret);
  });

  test("what it changed is told as touched, a row for each batch and to no feed", async () => {
    const { rows } = await sql<{ audiences: string[]; touched: string[] }>`select audiences, touched
      from banking.outbox where kind = 'ACCOUNTS_IMPORTED'`.execute(database.db);
    expect(rows).toHaveLength(3);
    expect(rows.flatMap(({ audiences }) => audiences)).toEqual([]);
    const touched = rows.flatMap(one => one.touched);
    expect(new Set(touched.filter(key => key.startsWith("Account:"))).size).toBe(2_500);
    expect(new Set(touched.filter(key => key.startsWith("Subject:"))).size).toBe(834);
  });

  test("an older observation in a later file changes nothing", async () => {
    const older = accountRow(7).replace("2026-11-20T", "2026-11-19T").replace("NORMAL", "DORMANT");
    expect(await importRows([older])).toMatchObject({ accepted: 0, duplicate: 1, rejected: 0 });
  });
});
