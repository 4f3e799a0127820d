import { readFileSync, writeFileSync } from "node:fs";
import { sql } from "kysely";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import {
  ACCOUNT_COLUMNS,
  accountRow,
  createImportWorld,
  runImportCommand,
  writeImportFile,
  type ImportWorld,
} from "../../support/importWorld";

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld(createSecretVariables());
});
afterAll(() => world.drop());

const run = (...args: readonly string[]) => runImportCommand(world, ...args);
const accounts = async (): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total from banking.account`.execute(
    world.database.db,
  );
  return rows[0]?.total ?? 0;
};
const rejectedOf = (path: string): string[] =>
  readFileSync(`${path}.rejected.csv`, "utf8").trim().split("\n");

describe("duanka import", () => {
  it.each([
    ["a kind that there is not", ["cards", "x.csv"]],
    ["no file", ["accounts"]],
    ["a file that is not there", ["accounts", "/nowhere/accounts.csv"]],
    ["a file of another form", ["accounts", writeImportFile("accounts.xlsx", "")]],
    ["an empty file", ["accounts", writeImportFile("accounts.csv", "")]],
    ["a file without a column", ["accounts", writeImportFile("accounts.csv", `institution,number\n102,1`)]],
    [
      "a file with a column too many",
      ["accounts", writeImportFile("accounts.csv", `${ACCOUNT_COLUMNS},secret\n${accountRow(1)},x`)],
    ],
  ])("given %s says how to mend it, exits with 2 and writes nothing", async (_, args) => {
    const { exitCode, errors } = await run(...args);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/next:|--help/);
    expect(await accounts()).toBe(0);
  });

  it.each(["accounts.csv", "accounts.ndjson"])(
    "given %s in GBK names the line and iconv, and writes nothing",
    async name => {
      const line = (text: string): Buffer => Buffer.from(`${text}\n`);
      const gbk = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]); // 张三
      // Whole chunks of good lines stand before it, whose characters are cut at any byte.
      const good = Array.from({ length: 9_000 }, () => line("张三,李四"));
      const path = writeImportFile(name, "");
      writeFileSync(path, Buffer.concat([line(ACCOUNT_COLUMNS), ...good, gbk, line(",102"), line("王五")]));
      const { exitCode, errors } = await run("accounts", path);
      expect(exitCode).toBe(2);
      expect(errors).toContain("not UTF-8: line 9002 ");
      expect(errors).toContain("iconv -f GB18030 -t UTF-8");
      expect(await accounts()).toBe(0);
    },
  );

  it("stops at a quotation mark that nothing closes, and says where", async () => {
    const open = `${ACCOUNT_COLUMNS}\n${accountRow(1)}\n"${"x".repeat(70_000)}`;
    const { exitCode, errors } = await run("accounts", writeImportFile("accounts.csv", open));
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/no CSV from about line \d/);
    expect(errors).toContain("quotation mark");
  });

  it("names each rejected row by line and reason, quotes nothing of it, and takes in all others", async () => {
    const rows = [
      accountRow(10),
      accountRow(11).replace("DEBIT_CARD", "CARD"),
      accountRow(12).replace("102,", "999,"),
      accountRow(13).replace("+08:00", ""),
      accountRow(14).slice(0, 40),
      accountRow(15).replace(/,(\d{19}),/, (_, number: string) => `,${number.slice(0, 18)}x,`),
      accountRow(16),
    ];
    const path = writeImportFile("accounts.csv", [ACCOUNT_COLUMNS, ...rows].join("\r\n"));
    const before = await accounts();
    const { exitCode, output, errors } = await run("accounts", path, "--json");
    expect(exitCode).toBe(3);
    expect(JSON.parse(output)).toEqual({
      accepted: 2,
      duplicate: 0,
      rejected: 5,
      rowsNow: 7,
      rejectedFile: `${path}.rejected.csv`,
    });
    expect(errors).toContain("5 rows were rejected");
    const [header, ...rejected] = rejectedOf(path);
    expect(header).toBe("line,code,reason");
    expect(rejected.map(line => line.split(",")[0])).toEqual(["3", "4", "5", "6", "7"]);
    expect(rejected[0]).toContain("`kind` is one of DEBIT_CARD");
    expect(rejected[1]).toContain("banking register");
    expect(rejected[2]).toContain("`observedAt` is a moment");
    expect(rejected[3]).toContain("columns");
    expect(rejected[4]).toContain("13 to 19 digits");
    const numbers = rows.join(",").match(/\d{15,}/g) ?? [];
    expect(numbers.filter(number => rejected.join().includes(number))).toEqual([]);
    expect(await accounts()).toBe(before + 2);
  });

  it.each(["accounts", "transfers"])("takes its own template of %s as it stands", async kind => {
    const { exitCode, output: template } = await run(kind, "--template");
    expect(exitCode).toBe(0);
    const path = writeImportFile(`${kind}.csv`, template);
    const done = await run(kind, path, "--json");
    expect(JSON.parse(done.output)).toMatchObject({ accepted: 2, rejected: 0, rejectedFile: null });
    expect(done.exitCode).toBe(0);
  });

  it("reads one object a line too, and refuses what is none", async () => {
    const names = ACCOUNT_COLUMNS.split(",");
    const object = (sequence: number): string =>
      JSON.stringify(
        Object.fromEntries(
          accountRow(sequence)
            .split(",")
            .map((value, place) => [names[place], value]),
        ),
      );
    const lines = [object(20), "[]", "not json", object(21).replace('"kind"', '"sort"'), object(22)];
    const path = writeImportFile("accounts.ndjson", lines.join("\n"));
    const { output } = await run("accounts", path, "--json");
    expect(JSON.parse(output)).toMatchObject({ accepted: 2, rejected: 3 });
    expect(
      rejectedOf(path)
        .slice(1)
        .map(line => line.split(",")[0]),
    ).toEqual(["2", "3", "4"]);
  });

  it("knows a file again by its content, whatever it is called", async () => {
    const text = [ACCOUNT_COLUMNS, accountRow(30)].join("\n");
    await run("accounts", writeImportFile("one.csv", text));
    const { output } = await run("accounts", writeImportFile("other.csv", text), "--json");
    expect(JSON.parse(output)).toMatchObject({ accepted: 1, rowsNow: 0 });
  });

  it("two that run on one file at once share the work, and neither writes twice", async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => accountRow(1_000 + index));
    const path = writeImportFile("accounts.csv", [ACCOUNT_COLUMNS, ...rows].join("\n"));
    const before = await accounts();
    const runs = await Promise.all([run("accounts", path, "--json"), run("accounts", path, "--json")]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const written = runs.map(({ output }) => (JSON.parse(output) as { rowsNow: number }).rowsNow);
    expect(written.reduce((a, b) => a + b)).toBe(4_000);
    expect(await accounts()).toBe(before + 4_000);
  });
});
