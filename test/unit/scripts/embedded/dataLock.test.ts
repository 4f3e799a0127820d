import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acquireDataLock } from "../../../../scripts/embedded/dataLock";

let folder: string;
let other: ChildProcess | null = null;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "duanka-lock-"))));
afterEach(() => {
  other?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const lockFile = (): string => join(folder, "lock");

/** A living process that is somebody else. */
function startOther(): number {
  other = spawn("sleep", ["60"], { stdio: "ignore" });
  return other.pid!;
}

/** When a process began, as the kernel counts it: field 22 of `/proc/<pid>/stat`. */
function beganAt(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[19]!;
}

describe("a data folder", () => {
  it("that another process holds is refused, and that process is named", () => {
    const pid = startOther();
    writeFileSync(lockFile(), JSON.stringify({ pid, began: beganAt(pid) }));
    expect(() => acquireDataLock(folder)).toThrow(`pid ${pid}`);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid });
  });

  it("that this very process holds is refused a second time", () => {
    acquireDataLock(folder);
    expect(() => acquireDataLock(folder)).toThrow(`pid ${process.pid}`);
  });

  it("whose holder was killed is taken over", async () => {
    const pid = startOther();
    writeFileSync(lockFile(), JSON.stringify({ pid, began: beganAt(pid) }));
    other!.kill("SIGKILL");
    await once(other!, "exit");
    acquireDataLock(folder);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("whose holder's number now belongs to another process is taken over", () => {
    const pid = startOther();
    writeFileSync(lockFile(), JSON.stringify({ pid, began: "1" }));
    acquireDataLock(folder);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("whose lock was left half-written is taken over", () => {
    writeFileSync(lockFile(), '{"pid":');
    acquireDataLock(folder);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("that was released is free, and nothing of the lock is left", () => {
    acquireDataLock(folder).release();
    expect(existsSync(lockFile())).toBe(false);
    acquireDataLock(folder);
  });

  it("is made where there is none, for its owner alone", () => {
    folder = join(folder, "new");
    acquireDataLock(folder);
    expect(existsSync(lockFile())).toBe(true);
  });
});
