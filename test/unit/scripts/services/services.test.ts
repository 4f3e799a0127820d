import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { Client } from "pg";
import { createPostgresDatabase } from "../../../support/databases";
import { createReaper } from "../../../../scripts/services/reaper";
import { testServices } from "../../../support/services";
import { startRedis } from "../../../../scripts/services/startRedis";

describe("the servers of a test run", () => {
  it("answer: a PostgreSQL 15 in which a database of one's own can be made", async () => {
    const { url, drop } = await createPostgresDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    await client.end();
    await drop();
    expect(rows[0]?.server_version).toMatch(/^15\./);
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow("does not exist");
  });

  it("answer: a Redis 7", async () => {
    const redis = new Redis(testServices().redisUrl);
    expect(await redis.info("server")).toContain("redis_version:7.");
    await redis.quit();
  });

  it("are gone, with their folders, once a test has finished with one of its own", async () => {
    const reaper = createReaper();
    const folder = reaper.folder("gone");
    const server = await startRedis(reaper);
    await reaper.finish();
    expect(isRunning(server.pid)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  it("are gone with all that they started, also where they do not end it themselves", async () => {
    const reaper = createReaper();
    // Ends by itself at once when told to, and leaves what it runs alone, as npm does.
    const parent = spawn("sh", ["-c", "sleep 600 & echo $!; wait"], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    reaper.watchGroup(parent);
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const started = Number(line.toString());
    expect(isRunning(started)).toBe(true);
    await reaper.finish();
    expect(isRunning(started)).toBe(false);
  });

  it("are gone as well when the tests that started them were killed", async () => {
    const reap = join(__dirname, "../../../../scripts/services/reap.js");
    const doomed = `
      const reaping = require("node:child_process").spawn(process.execPath, [${JSON.stringify(reap)}], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
      const server = require("node:child_process").spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
      reaping.stdin.write(JSON.stringify({ started: server.pid, signal: "SIGTERM" }) + "\\n", () => console.log(server.pid));
      setInterval(() => {}, 1000);`;
    const tests = spawn(process.execPath, ["-e", doomed], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(tests.stdout, "data")) as [Buffer];
    const server = Number(line.toString());
    expect(isRunning(server)).toBe(true);
    tests.kill("SIGKILL");
    for (let attempt = 0; attempt < 100 && isRunning(server); attempt++)
      await new Promise(r => setTimeout(r, 50));
    expect(isRunning(server)).toBe(false);
  });
});

describe("memory set aside in large pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "duanka-pages-"));
  const file = join(folder, "nr_hugepages"); // the kernel's own may change while others run
  const told = (): string => readFileSync(file, "utf8").trim();
  beforeEach(() => writeFileSync(file, "7\n"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is given back at the end of the run, and no more than that", async () => {
    const reaper = createReaper();
    expect(reaper.setHugePagesAside(2, file)).toBe(true);
    expect(reaper.setHugePagesAside(3, file)).toBe(true);
    expect(told()).toBe("12");
    await reaper.finish();
    expect(told()).toBe("7");
  });

  it("is not taken where that is not permitted", async () => {
    const reaper = createReaper();
    expect(reaper.setHugePagesAside(2, join(folder, "none", "nr_hugepages"))).toBe(false);
    await reaper.finish();
  });

  it("is not taken where little would be left for others", async () => {
    const reaper = createReaper();
    expect(reaper.setHugePagesAside(1_000_000, file)).toBe(false);
    expect(told()).toBe("7");
    await reaper.finish();
  });
});

/** A process that ended but was not yet collected by its parent (state Z) does not run any more. */
function isRunning(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}
