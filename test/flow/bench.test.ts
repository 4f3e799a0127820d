import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json, text } from "node:stream/consumers";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
jest.setTimeout(400_000); // a whole hub of processes starts, on a machine that others use too
/** Each that compares nothing and does not take minutes at the least. */
const WITHOUT_PEERS = ["opening", "security", "report", "screening", "import", "start"];
const SMALL = ["--people", "100", "--seconds", "3", "--rounds", "1"];

interface Row {
  readonly workload: string;
  readonly what: string;
  readonly figure: number | null;
  readonly target: object;
}

interface Measured {
  readonly run: object;
  readonly rows: readonly Row[];
  /** What it told aside. */
  readonly said: string;
  readonly exitCode: number | null;
}

describe("somebody who measures the hub", () => {
  let folder: string;
  let running: ChildProcess | null = null;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "duanka-bench-"));
  });
  afterEach(() => running?.kill()); // one that does not end would take both cores from the tests that follow
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function bench(...workloads: string[]): Promise<Measured> {
    const args = [DUANKA, "bench", ...workloads, ...SMALL, "--json"];
    // The gateways to compare with cannot be installed: a workload that needs one fails.
    const env = {
      ...process.env,
      npm_config_registry: "http://127.0.0.1:9",
      npm_config_fetch_retries: "0",
      npm_config_cache: join(folder, "npm"),
    };
    const child = spawn(process.execPath, args, { cwd: folder, env });
    running = child;
    const [{ run, rows }, said, [exitCode]] = await Promise.all([
      json(child.stdout) as Promise<{ readonly run: object; readonly rows: readonly Row[] }>,
      text(child.stderr),
      once(child, "exit") as Promise<[number | null]>,
    ]);
    return { run, rows, said, exitCode };
  }

  it("gets a row for each target, also for what is not built, a proof of what was measured, and the table where the bench ran", async () => {
    const { run, rows, said, exitCode } = await bench(...WITHOUT_PEERS);
    expect(said).not.toContain("failed"); // first: it says which and why
    expect(rows).toEqual([
      expect.objectContaining({ workload: "opening", figure: expect.any(Number), target: { most: 10 } }),
      expect.objectContaining({ workload: "opening", figure: expect.any(Number), target: null }),
      expect.objectContaining({ workload: "security", figure: expect.any(Number), target: { least: 0.8 } }),
      expect.objectContaining({ workload: "security", figure: expect.any(Number), target: { least: 0.8 } }),
      expect.objectContaining({ workload: "report", figure: expect.any(Number), target: { least: 20_000 } }),
      expect.objectContaining({ workload: "screening", figure: null, target: { least: 200_000 } }),
      expect.objectContaining({ workload: "import", what: "rows/s", figure: expect.any(Number) }),
      expect.objectContaining({ workload: "import", figure: expect.any(Number), target: { most: 300 } }),
      expect.objectContaining({ workload: "start", figure: expect.any(Number), target: { most: 8 } }),
      expect.objectContaining({ workload: "configuration", figure: 1, target: { least: 1 } }),
    ]);
    expect(run).toMatchObject({ people: 100, seconds: 3, rounds: 1, profile: false, node: process.version });
    expect(exitCode).toBe(0);
    const table = readFileSync(
      join(folder, ".duanka/bench/result-opening-security-report-screening-import-start.md"),
      "utf8",
    );
    expect(table).toMatch(/\| opening \| .* \| ≤ 10 \| (met|missed) \|/);
    expect(table).toMatch(/\| screening \| .* \| ≥ 200000 \| not measured \|/);
  });

  it("is told which workload failed, and has what the others showed", async () => {
    const { rows, said, exitCode } = await bench("gateway-alone", "screening");
    expect(exitCode).toBe(1);
    expect(said).toContain("error: these workloads failed: gateway-alone.");
    expect(rows).toEqual([
      expect.objectContaining({ workload: "gateway-alone", what: "it failed", figure: null }),
      expect.objectContaining({ workload: "screening", what: "documents/min" }),
      // Ours had begun: what did not come to its end has proved nothing.
      expect.objectContaining({ workload: "configuration", figure: 0, target: { least: 1 } }),
    ]);
  });
});
