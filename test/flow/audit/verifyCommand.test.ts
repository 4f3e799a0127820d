import { appendFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublicKey, type KeyObject } from "node:crypto";
import { readAuditLine, sealOf, sealRecord } from "../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../gateway/audit/chainFiles";
import { openAuditTrail } from "../../../gateway/audit/openAuditTrail";
import { runProgram } from "../../../scripts/cli/runProgram";
import { createProgram } from "../../../scripts/createProgram";
import { loadEmbeddedSecrets } from "../../../scripts/embedded/embeddedSecrets";
import { recordSeededWorld } from "../../../scripts/embedded/seededWorld";
import { parseSigningKey } from "../../../scripts/settings/parseKeys";
import { openEmbeddedStores } from "../../../scripts/stores/openStores";
import { databaseVariable } from "../../../scripts/stores/storeSettings";
import { migrate, STORES } from "../../../schema/database/migrate";
import { openDatabase, type Database } from "../../../schema/database/openDatabase";
import { createAuditStore } from "../../../subgraphs/audit/store/auditStore";
import { createCheckpointStore } from "../../../subgraphs/shared/checkpoints/checkpointStore";
import { createPostgresDatabase } from "../../support/databases";
import { entry } from "../../unit/gateway/audit/auditFolder";

type Databases = Record<(typeof STORES)[number], Database>;

interface Verified {
  readonly exitCode: number;
  readonly out: string;
  readonly aside: string;
}

/** Runs the command as a shell would. */
async function verify(...args: string[]): Promise<Verified> {
  const written = { out: "", aside: "" };
  const collect = (where: "out" | "aside") => (chunk: unknown) => {
    written[where] += String(chunk);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(collect("out")),
    jest.spyOn(process.stderr, "write").mockImplementation(collect("aside")),
  ];
  try {
    const exitCode = await runProgram(createProgram(), ["audit", "verify", ...args]);
    return { exitCode, ...written };
  } finally {
    spies.forEach(spy => spy.mockRestore());
  }
}

/** Two starts of a gateway that deposits with all stores; their chains. */
async function writeChains(
  directory: string,
  signingKey: KeyObject,
  databases: Databases,
): Promise<string[]> {
  const { lastSequencesOf, insertRecords } = createAuditStore(databases.audit);
  const chains: string[] = [];
  for (let start = 0; start < 2; start++) {
    const trail = await openAuditTrail({
      directory,
      signingKey,
      clock: () => new Date(),
      depositories: STORES.map(name => {
        const store = createCheckpointStore(name, databases[name].db);
        return { name, deposit: checkpoint => store.depositCheckpoint(checkpoint) };
      }),
      index: { positions: lastSequencesOf, take: insertRecords },
      onTrouble: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
    for (let i = 0; i < 5; i++) await trail.record(entry());
    await trail.close();
    chains.push(trail.chain);
  }
  return chains;
}

function changeFifth(directory: string, chain: string): void {
  const file = auditFileOf(directory, chain);
  const lines = readFileSync(file, "utf8").split("\n");
  lines[4] = lines[4]!.replace("bank/bank-risk", "bank/somebody");
  writeFileSync(file, lines.join("\n"));
}

/** A record that fits in every way, by somebody without the key. */
function addUnsigned(directory: string, chain: string): void {
  const file = auditFileOf(directory, chain);
  const last = readAuditLine(readFileSync(file, "utf8").split("\n").at(-2)!)!;
  const { line } = sealRecord(sealOf(last), chain, last.sequence + 1, entry({ caller: "police/me" }), null);
  appendFileSync(file, line);
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duanka-verify-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("duanka audit verify, on an embedded hub's folder", () => {
  const directory = () => join(folder, "audit");

  test("says that no hub has been there, and makes none", async () => {
    expect(await verify("--data", join(folder, "none"))).toMatchObject({
      exitCode: 1,
      aside: expect.stringContaining("There is no hub in this data folder yet"),
    });
  });

  test("tells whole chains from broken ones, and names the first bad record", async () => {
    const { variables } = loadEmbeddedSecrets(folder);
    recordSeededWorld(folder, { people: 0, seed: 1, seededAt: "2026-11-24T00:00:00.000Z" });
    const stores = openEmbeddedStores(folder);
    for (const name of STORES) await migrate(stores.databases[name], name);
    const key = parseSigningKey(variables["AUDIT_SIGNING_KEY"]!);
    const [first, second] = (await writeChains(directory(), key, stores.databases)) as [string, string];
    const whileRunning = await verify("--data", folder);
    expect(whileRunning).toMatchObject({ exitCode: 1, aside: expect.stringContaining(`pid ${process.pid}`) });
    await stores.close();

    const whole = await verify("--data", folder);
    expect(whole).toMatchObject({ exitCode: 0, aside: "" });
    expect(whole.out).toBe(
      `${first}  intact  6 records, 2 checkpoints\n${second}  intact  6 records, 2 checkpoints\nAll chains are intact.\n`,
    );

    addUnsigned(directory(), second);
    const added = await verify("--data", folder);
    expect(added.out).toContain(
      `${second}  intact  6 records, 2 checkpoints; 1 line behind them, signed by nobody: not counted\n`,
    );

    changeFifth(directory(), first);
    const broken = await verify("--data", folder, "--json");
    expect(broken.exitCode).toBe(1);
    expect(broken.aside).toContain(
      `${first}: record 4 is the first bad one: the record was changed, or the one before it`,
    );
    expect(JSON.parse(broken.out)).toMatchObject({
      intact: false,
      chains: [
        { chain: first, intact: false, firstBadSequence: 4, length: 4 },
        { chain: second, intact: true, firstBadSequence: null, checkpoints: 2, unsignedCheckpoints: 0 },
      ],
    });
  });
});

describe("duanka audit verify, on stores of their own", () => {
  const environment = process.env;
  const dropped: (() => Promise<void>)[] = [];
  afterEach(async () => {
    process.env = environment;
    for (const drop of dropped.splice(0)) await drop();
  });

  test("trusts any store that kept its checkpoints, and needs only the public key", async () => {
    process.env = { ...environment, AUDIT_DIR: folder };
    const databases = {} as Databases;
    for (const name of STORES) {
      const { url, drop } = await createPostgresDatabase();
      process.env[databaseVariable(name)] = url;
      databases[name] = openDatabase({ url });
      dropped.push(drop);
      await migrate(databases[name], name);
    }
    const key = parseSigningKey(loadEmbeddedSecrets(folder).variables["AUDIT_SIGNING_KEY"]!);
    const [first, second] = (await writeChains(folder, key, databases)) as [string, string];
    expect(await verify()).toMatchObject({
      exitCode: 1,
      aside: expect.stringContaining("AUDIT_VERIFY_KEYS"),
    });

    process.env["AUDIT_VERIFY_KEYS"] = createPublicKey(key)
      .export({ format: "der", type: "spki" })
      .toString("base64");
    expect((await verify()).exitCode).toBe(0);

    // Whoever holds the audit store and the folder can empty both: the others' stores tell.
    const { db } = databases.audit;
    await db.deleteFrom("audit.checkpoint" as never).execute();
    unlinkSync(auditFileOf(folder, second));
    const gone = await verify();
    expect(gone.exitCode).toBe(1);
    expect(gone.aside).toContain(`${second}: record 0 is the first bad one: the file is gone`);
    expect(gone.out).toContain(`${first}  intact`);
    expect(gone.out).toContain(`${second}  BROKEN  record 0: the file is gone`);

    // A checkpoint that no gateway signed accuses nobody, but it is told of.
    await createCheckpointStore("police", databases.police.db).depositCheckpoint({
      chain: first,
      sequence: 2,
      hash: "f".repeat(64),
      at: "2026-11-24T00:00:00.000Z",
      signature: "A".repeat(86),
    });
    const forged = await verify();
    expect(forged.out).toContain(`${first}  intact`);
    expect(forged.aside).toContain(`${first}: 1 checkpoints bear no valid signature`);
    for (const name of STORES) await databases[name].close();
  });
});
