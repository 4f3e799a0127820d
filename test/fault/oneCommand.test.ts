import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../scripts/services/freePort";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
const FEW = "20";
/** Longer than a head of a few lines takes on this machine, however busy it is. */
const HEAD_IS_READ_MS = 500;
/** While it is waited for, Jest's own limit does not count. */
const COMMAND_LIMIT_MS = 60_000;
jest.setTimeout(180_000); // each test starts whole hubs, one after the other, on a machine that others use too

interface Announced {
  readonly gateway: string;
  readonly identityProvider: string;
  readonly pid: number;
}

const running = new Set<ChildProcess>();
let folder: string;
let port: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "duanka-start-"));
  port = String(await freePort(1));
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

function launch(...args: string[]): ChildProcess {
  const child = spawn(
    process.execPath,
    [DUANKA, "start", "--json", "--port", port, "--data", folder, ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LOG_LEVEL: "silent" },
    },
  );
  running.add(child);
  return child;
}

async function untilUp(child: ChildProcess): Promise<Announced> {
  let complaint = "";
  child.stderr?.on("data", chunk => (complaint += String(chunk)));
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Announced;
  throw new Error(`it ended before it was up, and said: ${complaint || "nothing"}`);
}

/** How it ended, and what it said on standard error. */
async function untilGone(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", chunk => (said += String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

function duanka(...args: string[]): string {
  return execFileSync(process.execPath, [DUANKA, ...args, "--data", folder], {
    encoding: "utf8",
    timeout: COMMAND_LIMIT_MS,
  });
}

describe("duanka start", () => {
  it("refuses a data folder that another process has, and names that process", async () => {
    const first = launch("--people", FEW);
    const { pid } = await untilUp(first);
    expect(pid).toBe(first.pid);
    const { code, said } = await untilGone(launch("--people", FEW));
    expect(code).toBe(1);
    expect(said).toContain(`pid ${pid}`);
    expect(said).toContain("next:");
  });

  it("refuses a port that is taken, says so, and leaves the data folder free", async () => {
    const first = launch("--people", FEW);
    await untilUp(first);
    const other = mkdtempSync(join(tmpdir(), "duanka-start-"));
    const second = spawn(process.execPath, [
      DUANKA,
      "start",
      "--port",
      port,
      "--people",
      FEW,
      "--data",
      other,
    ]);
    running.add(second);
    const { code, said } = await untilGone(second);
    expect(code).toBe(1);
    expect(said).toContain("is in use by another program");
    expect(existsSync(join(other, "lock"))).toBe(false);
    rmSync(other, { recursive: true, force: true });
  });

  it("takes over after kill -9, with the same people, and with tokens that are still good", async () => {
    const first = launch("--people", FEW);
    await untilUp(first);
    const people = duanka("people", "--json");
    const token = duanka("token", "--as", "auditor").trim();
    first.kill("SIGKILL");
    await once(first, "exit");
    expect(existsSync(join(folder, "lock"))).toBe(true);

    const { gateway } = await untilUp(launch());
    expect(duanka("people", "--json")).toBe(people);
    const response = await fetch(`${gateway}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ query: "{ me { id } }" }),
    });
    expect(await response.json()).toMatchObject({ data: { me: { id: "audit/auditor" } } });
  });

  it("makes up its people anew after it was killed in the midst of doing so", async () => {
    const first = launch("--people", "100000");
    while (!existsSync(join(folder, "database", "PG_VERSION")))
      await new Promise(resolve => setTimeout(resolve, 50));
    await new Promise(resolve => setTimeout(resolve, 3_000)); // some chunks are written by then
    first.kill("SIGKILL");
    await once(first, "exit");
    expect(existsSync(join(folder, "world.json"))).toBe(false);

    await untilUp(launch("--people", FEW));
    expect(JSON.parse(readFileSync(join(folder, "world.json"), "utf8"))).toMatchObject({
      people: Number(FEW),
    });
  });

  it("answers what it has begun to answer, is gone soon after SIGTERM, and leaves the folder free", async () => {
    const child = launch("--people", FEW);
    const { gateway } = await untilUp(child);
    const token = duanka("token", "--as", "auditor").trim();
    // Begun: its head has come in, its body has not.
    const body = JSON.stringify({ query: "{ me { id } }" });
    const asked = request(`${gateway}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "content-length": body.length,
      },
    });
    const answered = once(asked, "response") as Promise<[IncomingMessage]>;
    asked.flushHeaders();
    await new Promise(resolve => setTimeout(resolve, HEAD_IS_READ_MS));
    child.kill("SIGTERM");
    asked.end(body);
    const [answer] = await answered;
    expect(answer.statusCode).toBe(200);
    answer.resume();
    const { code } = await untilGone(child);
    expect(code).toBe(0);
    expect(existsSync(join(folder, "lock"))).toBe(false);
    expect(existsSync(join(folder, "running.json"))).toBe(false);
  });

  it("ends at once on a second signal, even while a client holds on", async () => {
    const child = launch("--people", FEW);
    const { gateway } = await untilUp(child);
    // A body that never ends keeps a request in flight.
    const socket = connect(Number(new URL(gateway).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    );
    await new Promise(resolve => setTimeout(resolve, 300));
    child.kill("SIGTERM");
    await new Promise(resolve => setTimeout(resolve, 500));
    child.kill("SIGTERM");
    const { code } = await untilGone(child);
    socket.destroy();
    expect(code).toBe(143);
  });
});

describe("duanka token", () => {
  it("says that no hub is running, and how to start one", () => {
    writeFileSync(join(folder, "empty"), "");
    expect(() => duanka("token", "--as", "investigator")).toThrow(/npx duanka start/);
  });
});
