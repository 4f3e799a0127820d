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

/** An empty store that knows bank 102, payment institution Z01 and carrier C01. */
export async function createImportWorld(secrets: object): Promise<ImportWorld> {
  const { url, drop } = await createPostgresDatabase();
  const database = openDatabase({ url });
  for (const store of ["banking", "telecom"] as const) await migrate(database, store);
  await createInstitutionReportStore(database.db).saveInstitutions([
    { code: "102", name: "华衡银行", sector: Sector.BANKING, region: "990100" },
    { code: "Z01", name: "汇云支付", sector: Sector.PAYMENT, region: "990100" },
  ]);
  await sql`insert into telecom.institution (code, name, sector, region)
    values ('C01', '远讯通信', 'TELECOM', '990100')`.execute(database.db);
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
const TRANSFER_COLUMNS =
  "institution,reference,fromInstitution,fromNumber,toInstitution,toNumber,amount,channel,at,caseNumber";
const LINE_COLUMNS =
  "carrier,number,kind,status,documentType,documentNumber,holderName,registeredOn,activatedOn,observedAt,outletCode";
const FLAG_COLUMNS = "carrier,number,kind,observedFrom,observedTo,callCount";

const HOLDINGS_A_PERSON = 3;
const PEOPLE_A_BIRTHDAY = 900;

/** A made-up debit card at bank 102; three to a person. */
export function accountRow(sequence: number, holderName = "王小明"): string {
  const phone = phoneNumber(personOf(sequence));
  return [
    `102,${cardNumber(sequence)},DEBIT_CARD,II,NORMAL,RESIDENT_ID,${documentOf(sequence)}`,
    `${holderName},2020-03-01,2026-11-20T00:00:00+08:00,102-1,${phone},dev-${personOf(sequence)}`,
  ].join(",");
}

function transferRow(sequence: number, amount = "1200.50"): string {
  const to = cardNumber(sequence + 1);
  return `102,T-${sequence},102,${cardNumber(sequence)},102,${to},${amount},MOBILE,2026-11-20T08:30:00+08:00,A110199-2026-017`;
}

function lineRow(sequence: number, holderName = "王小明"): string {
  const holder = `RESIDENT_ID,${documentOf(sequence)},${holderName}`;
  return `C01,${phoneNumber(sequence)},MOBILE,PENDING,${holder},2020-03-01,,2026-11-20T00:00:00+08:00,C01-1`;
}

function flagRow(sequence: number, number = phoneNumber(sequence)): string {
  return `C01,${number},ABNORMAL_FREQUENCY,2026-11-19T08:00:00+08:00,2026-11-19T09:00:00+08:00,${sequence}`;
}

const personOf = (sequence: number): number => Math.floor(sequence / HOLDINGS_A_PERSON);
const phoneNumber = (sequence: number): string => `141${String(sequence).padStart(8, "0")}`;

function cardNumber(sequence: number): string {
  const digits = `999102${String(sequence).padStart(12, "0")}`;
  return digits + luhnCheckDigit(digits);
}

function documentOf(sequence: number): string {
  const person = personOf(sequence);
  const born = new Date(Date.UTC(1960, 0, 1 + Math.floor(person / PEOPLE_A_BIRTHDAY)));
  return composeResidentId("990101", born.toISOString().slice(0, 10), person % PEOPLE_A_BIRTHDAY);
}

/** A kind of file: its columns, a row that is right, one that is wrong. */
export interface ImportFileKind {
  readonly kind: "accounts" | "transfers" | "lines" | "flags";
  readonly store: "banking" | "telecom";
  readonly columns: string;
  row(sequence: number): string;
  wrongRow(sequence: number): string;
  /** What is said of a wrong row. */
  readonly refusal: string;
}

/** What an institution imports; flags are of lines that have been imported before. */
export const IMPORT_FILE_KINDS: readonly ImportFileKind[] = [
  {
    kind: "accounts",
    store: "banking",
    columns: ACCOUNT_COLUMNS,
    row: sequence => accountRow(sequence),
    wrongRow: sequence => accountRow(sequence, " "),
    refusal: 'BAD_INPUT,"`holderName` is missing."',
  },
  {
    kind: "transfers",
    store: "banking",
    columns: TRANSFER_COLUMNS,
    row: sequence => transferRow(sequence),
    wrongRow: sequence => transferRow(sequence, "1.005"),
    refusal: 'BAD_INPUT,"`amount` is yuan with at most two decimals, such as 1200.50."',
  },
  {
    kind: "lines",
    store: "telecom",
    columns: LINE_COLUMNS,
    row: sequence => lineRow(sequence),
    wrongRow: sequence => lineRow(sequence).replace("2020-03-01", "2020-02-30"),
    refusal: 'BAD_INPUT,"`registeredOn` is a day that exists, such as 2024-02-29."',
  },
  {
    kind: "flags",
    store: "telecom",
    columns: FLAG_COLUMNS,
    row: sequence => flagRow(sequence),
    wrongRow: sequence => flagRow(sequence, "14199999999"),
    refusal: 'NOT_FOUND,"There is no such line with this carrier: report the line first."',
  },
];

/** Names and moments of the writing itself, and seals, which are made anew each time. */
const DIFFERS = new Set(["id", "at", "position", "reported_at"]);
const NAMED_ANEW = new Set(["outbox", "order_review"]);
/** What a start writes, and what nobody can compare. */
const NOT_IMPORTED = ["migration", "migration_lock", "relay", "institution"];

/**
 * All that stands in a store's tables, but for what is made anew each time. Two batches are written at once: where both
 * bring the same row, either may be the one that took it. So what batches note is compared for all of them together.
 */
export async function dumpStore(
  { database }: ImportWorld,
  store: ImportFileKind["store"],
): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = ${store} and not table_name = any(${NOT_IMPORTED}::text[]) order by name`.execute(
    database.db,
  );
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.id(store, name)} t`.execute(database.db);
    const lines = rows.flatMap(({ row }) => noted(name, row)).map(one => `${name} ${JSON.stringify(one)}`);
    for (const line of NAMED_ANEW.has(name) ? new Set(lines) : lines) dump.push(line);
  }
  return dump.sort();
}

function noted(table: string, row: Readonly<Record<string, unknown>>): unknown[] {
  if (table === "import_progress") {
    const { accepted, duplicate, ...rest } = row;
    return [comparable(table, { ...rest, taken: Number(accepted) + Number(duplicate) })];
  }
  const { touched = [], ...rest } = row;
  return [comparable(table, rest), ...(touched as readonly unknown[])];
}

function comparable(table: string, row: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(row)
    .filter(([column]) => !column.startsWith("sealed_"))
    .filter(([column]) => !DIFFERS.has(column) || (column === "id" && !NAMED_ANEW.has(table)))
    .map(([column, value]): [string, unknown] => [column, Array.isArray(value) ? value.toSorted() : value])
    .toSorted();
}
