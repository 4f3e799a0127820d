import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { migrate } from "../../schema/database/migrate";
import { openDatabase, type Database } from "../../schema/database/openDatabase";
import { composeResidentId } from "../../scripts/seed/world/numbers/composeResidentId";
import { luhnCheckDigit } from "../../schema/contract/accountNumber";
import { createInstitutionReportStore } from "../../subgraphs/banking/store/institutionReportStore";
import { Sector } from "../../subgraphs/shared/types/enums";
import { createPostgresDatabase } from "./databases";

/** A database that `duanka import` can be run on, in processes of its own. */
export interface ImportWorld {
  readonly database: Database;
  readonly environment: NodeJS.ProcessEnv;
  drop(): Promise<void>;
}

const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");

/** An empty banking store that knows bank 102 and payment institution Z01. */
export async function createImportWorld(secrets: object): Promise<ImportWorld> {
  const { url, drop } = await createPostgresDatabase();
  const database = openDatabase({ url });
  for (const store of ["banking", "telecom"] as const) await migrate(database, store);
  await createInstitutionReportStore(database.db).saveInstitutions([
    { code: "102", name: "华衡银行", sector: Sector.BANKING, region: "990100" },
    { code: "Z01", name: "汇云支付", sector: Sector.PAYMENT, region: "990100" },
  ]);
  const stores = ["TELECOM", "BANKING", "POLICE", "AUDIT"].map(store => [`DATABASE_URL_${store}`, url]);
  return {
    database,
    environment: { ...process.env, ...secrets, ...Object.fromEntries(stores) },
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** A file in a folder of its own. */
export function writeImportFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "duanka-import-")), name);
  writeFileSync(path, text);
  return path;
}

/** Starts an import. */
export function startImport(world: ImportWorld, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [DUANKA, "import", ...args], { env: world.environment });
}

/** Runs an import to its end. */
export async function runImportCommand(
  world: ImportWorld,
  ...args: readonly string[]
): Promise<{ readonly exitCode: number | null; readonly output: string; readonly errors: string }> {
  const child = startImport(world, ...args);
  let output = "";
  let errors = "";
  child.stdout?.on("data", data => (output += String(data)));
  child.stderr?.on("data", data => (errors += String(data)));
  const exitCode = await new Promise<number | null>(resolve => child.once("close", resolve));
  return { exitCode, output, errors };
}

/** The columns of the rows that `accountRow` makes. */
export const ACCOUNT_COLUMNS =
  "institution,number,kind,accountClass,status,documentType,documentNumber,holderName,openedOn,observedAt,outletCode,reservedPhone,deviceId";

/** A made-up debit card at bank 102; three to a person. */
export function accountRow(sequence: number, holderName = "王小明"): string {
  const person = Math.floor(sequence / 3);
  const digits = `999102${String(sequence).padStart(12, "0")}`;
  const born = new Date(Date.UTC(1960, 0, 1 + Math.floor(person / 900))).toISOString().slice(0, 10);
  const document = composeResidentId("990101", born, person % 900);
  const phone = `141${String(person).padStart(8, "0")}`;
  return [
    `102,${digits}${luhnCheckDigit(digits)},DEBIT_CARD,II,NORMAL,RESIDENT_ID,${document}`,
    `${holderName},2020-03-01,2026-11-20T00:00:00+08:00,102-1,${phone},dev-${person}`,
  ].join(",");
}

/** All that an import of accounts leaves in the store, but what is sealed anew each time. */
export async function dumpAccounts({ database }: ImportWorld): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select 'account ' || (to_jsonb(a) - 'sealed_number' - 'sealed_reserved_phone' - 'link_keys')::text
      || (select array_agg(k order by k) from unnest(a.link_keys) k)::text as row from banking.account a
    union all select 'directory ' || to_jsonb(d)::text from banking.account_directory d
    union all select 'link ' || (to_jsonb(l) - 'sealed_value')::text from banking.link_key l
    union all select 'subject ' || (to_jsonb(s) - 'sealed_number' - 'sealed_name')::text from banking.subject s
    union all select 'progress ' || (to_jsonb(p) - 'at')::text from banking.import_progress p
    order by row`.execute(database.db);
  return rows.map(one => one.row);
}
