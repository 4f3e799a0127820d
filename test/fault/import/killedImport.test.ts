import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import {
  createImportWorld,
  dumpStore,
  IMPORT_FILE_KINDS,
  runImportCommand,
  startImport,
  writeImportFile,
  type ImportFileKind,
  type ImportWorld,
} from "../../support/importWorld";

/** For each kind of file; by hand more: `DUANKA_TEST_KILLS=50 npx jest test/fault/import`. */
const KILLS = Number(process.env.DUANKA_TEST_KILLS ?? 2);
const BATCH_ROWS = 1_000;
/** Enough batches that the last kill still finds some to be written: two that write at once are lost or kept a kill. */
const ROWS = (2 + KILLS * 2) * BATCH_ROWS;
/** Node needs about that long to load the command and to connect. */
const START_MS = 800;

/** Every 997th row is wrong, every 499th comes twice. */
function fileText({ columns, row, wrongRow }: ImportFileKind): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    if (index % 997 === 996) return wrongRow(index);
    return row(index % 499 === 498 ? index - 300 : index);
  });
  return [columns, ...rows].join("\n");
}

async function batchesDone({ database }: ImportWorld, { kind, store }: ImportFileKind): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select count(*) as done from ${sql.id(store, "import_progress")} where kind = ${kind}`.execute(
    database.db,
  );
  return rows[0]?.done ?? 0;
}

/** Kills a run at a random moment: while it starts, or once it has written more than the runs before. */
async function killOnce(
  world: ImportWorld,
  file: ImportFileKind,
  path: string,
  isEarly: boolean,
): Promise<number | null> {
  const before = await batchesDone(world, file);
  const child = startImport(world, file.kind, path, "--writers", "2", "--json");
  const exit = new Promise<number | null>(resolve => child.once("close", resolve));
  if (isEarly) await wait(Math.random() * START_MS);
  else
    while (child.exitCode === null && (await batchesDone(world, file)) === before)
      await wait(Math.random() * 20);
  child.kill("SIGKILL");
  return exit;
}

/** Flags are of lines: those have been imported before anything is killed. */
async function prepare(worlds: readonly ImportWorld[], { kind }: ImportFileKind): Promise<void> {
  const lines = IMPORT_FILE_KINDS.find(one => one.kind === "lines");
  if (kind !== "flags" || lines === undefined) return;
  const rows = Array.from({ length: ROWS }, (_, index) => lines.row(index));
  const path = writeImportFile("lines.csv", [lines.columns, ...rows].join("\n"));
  const runs = await Promise.all(worlds.map(world => runImportCommand(world, "lines", path)));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual(worlds.map(() => 0));
}

test.each(IMPORT_FILE_KINDS)(
  `an import of $kind killed ${KILLS} times goes on where it stood and ends with the rows of one that never was`,
  async file => {
    const { kind, store, refusal } = file;
    const secrets = createSecretVariables();
    const path = writeImportFile(`${kind}.csv`, fileText(file));
    const [undisturbed, world] = await Promise.all([createImportWorld(secrets), createImportWorld(secrets)]);
    try {
      await prepare([undisturbed, world], file);
      const whole = await runImportCommand(undisturbed, kind, path, "--json");
      expect(whole.exitCode).toBe(3);
      const counts = JSON.parse(whole.output) as Record<string, number>;
      const expected = await dumpStore(undisturbed, store);
      const rejected = readFileSync(`${path}.rejected.csv`, "utf8");
      rmSync(`${path}.rejected.csv`);

      for (let kill = 0; kill < KILLS; kill += 1) {
        // Killed, not ended: a run that came to its end would have proved nothing.
        expect(await killOnce(world, file, path, kill % 2 === 0)).toBeNull();
      }
      const done = await batchesDone(world, file);
      expect(done).toBeGreaterThan(0);
      const last = await runImportCommand(world, kind, path, "--json");
      expect(last.exitCode).toBe(3);
      const summary = JSON.parse(last.output) as Record<string, number>;
      expect(summary.rowsNow).toBe(ROWS - done * BATCH_ROWS);
      expect({ ...summary, rowsNow: counts.rowsNow }).toEqual(counts);
      expect(Number(summary.accepted) + Number(summary.duplicate) + Number(summary.rejected)).toBe(ROWS);
      expect(await dumpStore(world, store)).toEqual(expected);
      expect(readFileSync(`${path}.rejected.csv`, "utf8")).toBe(rejected);
      expect(rejected.split("\n")[1]).toBe(`998,${refusal}`);

      const again = await runImportCommand(world, kind, path, "--json");
      expect(JSON.parse(again.output)).toMatchObject({
        rowsNow: 0,
        rejected: summary.rejected,
      });
      expect(await dumpStore(world, store)).toEqual(expected);
    } finally {
      await Promise.all([undisturbed.drop(), world.drop()]);
      rmSync(dirname(path), { recursive: true });
    }
  },
  180_000 + KILLS * 30_000,
);
