import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../../scripts/cli/runProgram";
import { createProgram } from "../../../scripts/createProgram";
import { acquireDataLock } from "../../../scripts/embedded/dataLock";
import { loadEmbeddedSecrets } from "../../../scripts/embedded/embeddedSecrets";
import { startRevocations } from "../../../scripts/hub/startRevocations";
import { migrate } from "../../../schema/database/migrate";
import { openDatabase } from "../../../schema/database/openDatabase";
import { createPostgresDatabase } from "../../support/databases";

const environment = process.env;
let written: { out: string; aside: string };
let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createPostgresDatabase());
  const database = openDatabase({ url });
  await migrate(database, "audit");
  await database.close();
});
afterAll(() => drop());
beforeEach(() => {
  written = { out: "", aside: "" };
  const collect = (where: "out" | "aside") => (chunk: unknown) => {
    written[where] += String(chunk);
    return true;
  };
  jest.spyOn(process.stdout, "write").mockImplementation(collect("out"));
  jest.spyOn(process.stderr, "write").mockImplementation(collect("aside"));
  process.env = { ...environment, DATABASE_URL_AUDIT: url };
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = environment;
});

const revoke = (...args: string[]) => runProgram(createProgram(), ["revoke", ...args]);

/** What a gateway that follows this store refuses. */
async function isRevoked(token: string, officer: string, issuedAt = new Date(0)): Promise<boolean> {
  const database = openDatabase({ url });
  const revocations = await startRevocations(database, () => new Date());
  try {
    return revocations.isRevoked(token, officer, issuedAt);
  } finally {
    revocations.stop();
    await database.close();
  }
}

test.each([
  ["nothing to revoke", ["--reason", "lost"], "Nothing is named that could be revoked"],
  [
    "both a token and an officer",
    ["--reason", "x", "--token", "t", "--officer", "b/o"],
    "cannot be used with",
  ],
  ["no reason", ["--token", "t-1"], "--reason"],
  ["an empty reason", ["--token", "t-1", "--reason", " "], "Say why"],
  ["an officer without an issuer", ["--officer", "somebody", "--reason", "x"], "<issuer>/<sub>"],
  ["a token in place of its id", ["--token", "eyJh.eyJz.c2ln", "--reason", "x"], "give its id"],
])("with %s nothing is revoked, and it is said what is missing", async (_what, args, said) => {
  expect(await revoke(...args)).toBe(2);
  expect(written.aside).toContain(said);
  expect(await isRevoked("t-1", "b/o")).toBe(false);
});

test("a revoked token is refused, and no other of its officer", async () => {
  const code = await revoke("--token", "t-stolen", "--reason", "laptop stolen");
  expect([code, written.aside]).toEqual([0, ""]);
  expect(written.out).toContain("within 30 s");
  expect(await isRevoked("t-stolen", "bank/a")).toBe(true);
  expect(await isRevoked("t-other", "bank/a")).toBe(false);
});

test("a revoked officer is refused with every token from before, and told of as JSON", async () => {
  expect(await revoke("--officer", "bank/left", "--reason", "left", "--json")).toBe(0);
  const { revokedAt, ...rest } = JSON.parse(written.out) as Record<string, string>;
  expect(rest).toEqual({ tokenId: null, officerId: "bank/left" });
  const before = new Date(Date.parse(revokedAt!) - 1_000);
  expect(await isRevoked("t-1", "bank/left", before)).toBe(true);
  expect(await isRevoked("t-1", "bank/left", new Date(revokedAt!))).toBe(false);
  expect(await isRevoked("t-1", "bank/stays", before)).toBe(false);
});

test("the store of an embedded hub that runs is left alone, and its process named", async () => {
  delete process.env["DATABASE_URL_AUDIT"];
  const folder = mkdtempSync(join(tmpdir(), "duanka-revoke-"));
  const withoutHub = await revoke("--token", "t-1", "--reason", "lost", "--data", folder);
  expect([withoutHub, written.aside]).toEqual([1, expect.stringContaining("no hub in this data folder")]);
  loadEmbeddedSecrets(folder);
  const lock = acquireDataLock(folder);
  try {
    expect(await revoke("--token", "t-1", "--reason", "lost", "--data", folder)).toBe(1);
    expect(written.aside).toContain(`pid ${process.pid}`);
  } finally {
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
});
