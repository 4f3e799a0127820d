import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
jest.setTimeout(400_000); // a whole hub of processes starts, on a machine that others use too
const SMALL = ["--people", "100", "--seconds", "1", "--rounds", "1"];

interface Row {
  readonly workload: string;
  readonly figure: number | null;
  readonly target: object;
}

describe("somebody who measures the hub", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "duanka-bench-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gets a row for each target, also for what is not built, a proof of what was measured, and the table where the bench ran", async () => {
    const args = [DUANKA, "bench", "opening", "security", "screening", ...SMALL, "--json"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    const rows = JSON.parse(stdout) as Row[];
    expect(rows).toEqual([
      expect.objectContaining({ workload: "opening", figure: expect.any(Number), target: { most: 10 } }),
      expect.objectContaining({ workload: "security", figure: expect.any(Number), target: { least: 0.8 } }),
      expect.objectContaining({ workload: "security", figure: expect.any(Number), target: { least: 0.8 } }),
      expect.objectContaining({ workload: "screening", figure: null, target: { least: 200_000 } }),
      expect.objectContaining({ workload: "configuration", target: { least: 1 } }),
    ]);
    expect(rows.at(-1)?.figure).toBeGreaterThanOrEqual(1);
    const table = readFileSync(join(folder, ".duanka/bench/result.md"), "utf8");
    expect(table).toMatch(/\| opening \| .* \| ≤ 10 \| (met|missed) \|/);
    expect(table).toMatch(/\| screening \| .* \| ≥ 200000 \| not measured \|/);
  });
});
