import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
jest.setTimeout(180_000); // a whole hub of processes starts, on a machine that others use too
const SMALL = ["--people", "100", "--seconds", "1", "--rounds", "1"];

describe("somebody who measures the hub", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "duanka-bench-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gets a row for each target, also for what is not built, and finds the table where the bench ran", async () => {
    const args = [DUANKA, "bench", "opening", "screening", ...SMALL, "--json"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    const rows = JSON.parse(stdout) as { workload: string; figure: number | null; target: object }[];
    expect(rows).toEqual([
      expect.objectContaining({ workload: "opening", figure: expect.any(Number), target: { most: 10 } }),
      expect.objectContaining({ workload: "screening", figure: null, target: { least: 200_000 } }),
    ]);
    const table = readFileSync(join(folder, ".duanka/bench/result.md"), "utf8");
    expect(table).toMatch(/\| opening \| .* \| ≤ 10 \| (met|missed) \|/);
    expect(table).toMatch(/\| screening \| .* \| ≥ 200000 \| not built \|/);
  });
});
