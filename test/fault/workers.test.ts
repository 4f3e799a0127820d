import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { createTeardown } from "../../scripts/hub/createTeardown";
import { createReaper } from "../../scripts/services/reaper";
import { startRedis } from "../../scripts/services/startRedis";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { sequentialDocuments } from "../flow/limits/sequentialNumbers";
import { VOUCHED } from "../flow/spread/cast";
import { createOwnIssuers, type OwnIssuers } from "../support/ownIssuers";
import { prepareSeparateParts } from "../support/separateParts";
import { testServices } from "../support/services";

/** The built command line; `npm test` builds it first. */
const DUANKA = join(__dirname, "../../dist/scripts/duanka.js");
const WORKERS = 2;
const START_LIMIT_MS = 120_000;

const HELD = `query Held($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;
/** So many people of one county and birthday may one officer look at in a day, whoever is asked. */
const NEAR_PEOPLE = 10;
const BIRTHDAYS = ["1981-05-01", "1983-07-03", "1984-08-04"];

describe("a gateway of several workers", () => {
  const teardown = createTeardown();
  let environment: Readonly<Record<string, string>>;
  let issuers: OwnIssuers;
  beforeAll(async () => {
    issuers = await createOwnIssuers(VOUCHED);
    const ordinary = issuers.trusted.map(issuer => ({ ...issuer, volume: 1 }));
    const variables = { ...createSecretVariables(), REDIS_URL: testServices().redisUrl };
    ({ environment } = await prepareSeparateParts(teardown, variables, ordinary));
  }, START_LIMIT_MS);
  afterAll(() => teardown.close());

  function start(variables: Readonly<Record<string, string>>, workers = WORKERS): ChildProcess {
    const child = spawn(process.execPath, [DUANKA, "gateway", "--workers", String(workers), "--json"], {
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

  it("lets an officer look at no more people than one gateway would", async () => {
    const address = await addressOf(start(environment));
    const token = await issuers.tokenFor({ role: "bank-risk", institution: VOUCHED.BANK[0] });
    let notRefused = 0;
    for (const birthday of BIRTHDAYS) {
      const looks = await lookAtEach(address, token, sequentialDocuments(3 * NEAR_PEOPLE, birthday));
      expect(new Set(looks.map(({ chain }) => chain)).size).toBe(WORKERS);
      notRefused = looks.filter(({ status }) => status !== 429).length;
      // A worker that finds Redis slow counts by itself for a second; then it is seen with others.
      if (notRefused === NEAR_PEOPLE) break;
    }
    expect(notRefused).toBe(NEAR_PEOPLE);
  });

  it("lets an officer look at no more people where Redis stands still and each of four counts by itself", async () => {
    const reaper = createReaper();
    teardown.add(() => reaper.finish());
    const redis = await startRedis(reaper);
    const address = await addressOf(start({ ...environment, REDIS_URL: redis.url }, 4));
    const token = await issuers.tokenFor({ role: "bank-risk", institution: VOUCHED.BANK[0] });
    process.kill(redis.pid, "SIGSTOP");
    const looks = await lookAtEach(address, token, sequentialDocuments(3 * NEAR_PEOPLE, "1985-09-05"));
    process.kill(redis.pid, "SIGCONT");
    expect(new Set(looks.map(({ chain }) => chain)).size).toBe(4);
    const notRefused = looks.filter(({ status }) => status !== 429).length;
    expect(notRefused).toBeGreaterThan(0);
    expect(notRefused).toBeLessThanOrEqual(NEAR_PEOPLE);
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

interface Look {
  readonly status: number;
  /** Of the worker that answered. */
  readonly chain: string;
}

async function lookAtEach(address: string, token: string, documents: readonly object[]): Promise<Look[]> {
  const looks: Look[] = [];
  for (const [index, document] of documents.entries()) {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "duanka-purpose": "ACCOUNT_OPENING",
        "duanka-reference": `NEAR-${index}`,
        connection: "close", // or one worker would be asked for all
      },
      body: JSON.stringify({ query: HELD, variables: { document } }),
    });
    const { extensions } = (await response.json()) as { extensions: { audit: { chain: string } } };
    looks.push({ status: response.status, chain: extensions.audit.chain });
  }
  return looks;
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
