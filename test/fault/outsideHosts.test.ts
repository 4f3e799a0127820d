import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../scripts/services/freePort";

const ROOT = join(__dirname, "../..");
const DUANKA = join(ROOT, "dist/scripts/duanka.js");
const RECORDER = join(ROOT, "test/support/recordOutsideHosts.js");
jest.setTimeout(180_000); // a whole hub starts, on a machine that others use too

let folder: string;
let hub: ChildProcess | null = null;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "duanka-outside-"))));
afterEach(() => {
  hub?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const recorded = (): string => {
  const file = join(folder, "hosts");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

const environment = (): NodeJS.ProcessEnv => {
  // Whatever would switch off somebody else's reporting must not be needed.
  const { APOLLO_TELEMETRY_DISABLED: _, DO_NOT_TRACK: __, ...rest } = process.env;
  return { ...rest, LOG_LEVEL: "silent", DUANKA_TEST_OUTSIDE_HOSTS: join(folder, "hosts") };
};

describe("a hub", () => {
  it("whose process reached outside would be found out", () => {
    const reach =
      'fetch("http://outside.example/").catch(() => {}); require("node:net").connect(9, "192.0.2.1").on("error", () => {}).unref()';
    spawnSync(process.execPath, ["--require", RECORDER, "-e", reach], {
      env: environment(),
      timeout: 20_000,
    });
    expect(recorded()).toContain("outside.example");
    expect(recorded()).toContain("192.0.2.1");
  });

  it("contacts no host but its own machine, from its start to its last answer", async () => {
    const port = String(await freePort(1));
    const args = ["start", "--json", "--people", "20", "--port", port, "--data", folder];
    hub = spawn(process.execPath, ["--require", RECORDER, DUANKA, ...args], {
      env: environment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface({ input: hub.stdout! })) {
      const { gateway, people } = JSON.parse(line) as {
        gateway: string;
        people: { ringMember: { document: object; caseNumber: string } };
      };
      const token = execFileSync(
        process.execPath,
        [DUANKA, "token", "--as", "investigator", "--data", folder],
        { encoding: "utf8", timeout: 60_000 }, // while it is waited for, Jest's own limit does not count
      );
      const response = await fetch(`${gateway}/graphql`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token.trim()}`,
          "content-type": "application/json",
          "duanka-purpose": "CASE",
          "duanka-reference": people.ringMember.caseNumber,
        },
        body: JSON.stringify({
          query:
            "query ($document: IdentityDocumentInput!) { subject(document: $document) { accounts { totalCount } } }",
          variables: { document: people.ringMember.document },
        }),
      });
      expect(await response.json()).toMatchObject({ data: { subject: { accounts: { totalCount: 6 } } } });
      break;
    }
    await new Promise(resolve => setTimeout(resolve, 3_000)); // reports are usually sent a moment after the start
    expect(recorded()).toBe("");
  });
});
