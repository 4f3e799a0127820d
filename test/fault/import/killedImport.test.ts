import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import {
  ACCOUNT_COLUMNS,
  accountRow,
  createImportWorld,
  dumpAccounts,
  runImportCommand,
  startImport,
  writeImportFile,
  type ImportWorld,
} from "../../support/importWorld";

/** More by hand: DUANKA_TEST_KILLS=50. */
const KILLS = Number(process.env.DUANKA_TEST_KILLS ?? 10);
const ROWS = 12_000 + KILLS * 800;
/** Node needs about that long to load the command. */
const START_MS = 1_500;

/** Every 997th row is wrong, every 499th comes twice. */
function fileText(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    if (index % 997 === 996) return accountRow(index, " ");
    return accountRow(index % 499 === 498 ? index - 300 : index);
  });
  return [ACCOUNT_COLUMNS, ...rows].join("\n");
}

async function batchesDone({ database }: ImportWorld): Promise<number> {
  const { rows } = await sql<{ done: number }>`select count(*) as done from banking.import_progress`.execute(
    database.db,
  );
  return rows[0]?.done ?? 0;
}

/** Kills a run at a random moment: while it starts, or once it has written more than the runs before. */
async function killOnce(world: ImportWorld, path: string, isEarly: boolean): Promise<number | null> {
  const before = await batchesDone(world);
  const child = startImport(world, "accounts", path, "--writers", "2", "--json");
  const exit = new Promise<number | null>(resolve => child.once("close", resolve));
  if (isEarly) await wait(Math.random() * START_MS);
  else
    while (child.exitCode === null && (await batchesDone(world)) === before) await wait(Math.random() * 60);
  child.kill("SIGKILL");
  return exit;
}

test(
  `an import killed ${KILLS} times goes on where it stood and ends with the rows of one that never was`,
  async () => {
    const secrets = createSecretVariables();
    const path = writeImportFile("accounts.csv", fileText());
    const [undisturbed, world] = await Promise.all([createImportWorld(secrets), createImportWorld(secrets)]);
    try {
      expect((await runImportCommand(undisturbed, "accounts", path, "--json")).exitCode).toBe(3);
      const expected = await dumpAccounts(undisturbed);
      const rejected = readFileSync(`${path}.rejected.csv`, "utf8");
      rmSync(`${path}.rejected.csv`);

      for (let kill = 0; kill < KILLS; kill += 1) {
        // Killed, not ended: a run that came to its end would have proved nothing.
        expect(await killOnce(world, path, kill % 2 === 0)).toBeNull();
      }
      const done = await batchesDone(world);
      expect(done).toBeGreaterThan(0);
      const last = await runImportCommand(world, "accounts", path, "--json");
      expect(last.exitCode).toBe(3);
      const summary = JSON.parse(last.output) as Record<string, number>;
      expect(summary.rowsNow).toBe(ROWS - done * 1_000);
      expect(Number(summary.accepted) + Number(summary.duplicate) + Number(summary.rejected)).toBe(ROWS);
      expect(await dumpAccounts(world)).toEqual(expected);
      expect(readFileSync(`${path}.rejected.csv`, "utf8")).toBe(rejected);
      expect(rejected.split("\n")[1]).toBe('998,BAD_INPUT,"`holderName` is missing."');

      const again = await runImportCommand(world, "accounts", path, "--json");
      expect(JSON.parse(again.output)).toMatchObject({ rowsNow: 0, rejected: summary.rejected });
      expect(await dumpAccounts(world)).toEqual(expected);
    } finally {
      await Promise.all([undisturbed.drop(), world.drop()]);
      rmSync(dirname(path), { recursive: true });
    }
  },
  60_000 + KILLS * 20_000,
);
