import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { createTeardown } from "../../scripts/hub/createTeardown";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { VOUCHED } from "../flow/spread/cast";
import { createOwnIssuers } from "../support/ownIssuers";
import { prepareSeparateParts } from "../support/separateParts";
import { testServices } from "../support/services";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
const WORKERS = 2;
const START_LIMIT_MS = 120_000;

describe("a gateway of several workers", () => {
  const teardown = createTeardown();
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const issuers = await createOwnIssuers(VOUCHED);
    const variables = { ...createSecretVariables(), REDIS_URL: testServices().redisUrl };
    ({ environment } = await prepareSeparateParts(teardown, variables, issuers.trusted));
  }, START_LIMIT_MS);
  afterAll(() => teardown.close());

  function start(variables: Readonly<Record<string, string>>): ChildProcess {
    const child = spawn(process.execPath, [DUANKA, "gateway", "--workers", String(WORKERS), "--json"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH, ...variables },
    });
    teardown.add(() => child.kill("SIGKILL"));
    return child;
  }

  it("does not start without a Redis, and says what to set", async () => {
    const { REDIS_URL: _redis, ...withoutRedis } = environment;
    const child = start(withoutRedis);
    let said = "";
    child.stderr?.on("data", text => (said += String(text)));
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(said).toContain("Set REDIS_URL");
  });

  it("tells once what else is missing", async () => {
    const { AUDIT_DIR: _folder, ...withoutFolder } = environment;
    const child = start(withoutFolder);
    let said = "";
    child.stderr?.on("data", text => (said += String(text)));
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(said.match(/AUDIT_DIR is not set/g)).toHaveLength(1);
  });

  it("answers at one port, loses a worker and has another, tells the figures of all, and ends with the first", async () => {
    const child = start(environment);
    const address = await addressOf(child);
    const isAnswered = async () => {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", connection: "close" },
        body: JSON.stringify({ query: "{ __typename }" }),
      });
      return response.status === 401;
    };
    const requests = 20;
    for (let index = 0; index < requests; index++) expect(await isAnswered()).toBe(true);
    expect(await countedAt(address)).toBe(requests);

    const before = childrenOf(child);
    expect(before).toHaveLength(WORKERS);
    process.kill(before[0]!, "SIGKILL");
    while (childrenOf(child).includes(before[0]!)) await pause(20);
    for (let index = 0; index < requests; index++) expect(await isAnswered()).toBe(true);
    while (childrenOf(child).length < WORKERS) await pause(50);

    const ended = once(child, "exit");
    const last = childrenOf(child);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(last.filter(isAlive)).toEqual([]);
  });
});

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! }))
    return (JSON.parse(line) as { address: string }).address;
  throw new Error("the gateway ended without a word");
}

/** Requests that the figures tell of, whoever answered them; asking for figures is one as well. */
async function countedAt(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`, { headers: { connection: "close" } })).text();
  return Number(/duanka_request_seconds_count\{status="401"\} (\d+)/.exec(text)?.[1]);
}

function childrenOf({ pid }: ChildProcess): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
