import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FormattedExecutionResult } from "graphql";
import { createLogger } from "../../gateway/errors/createLogger";
import type { Purpose } from "../../schema/contract/claims";
import { startEmbedded, type EmbeddedHub } from "../../scripts/embedded/startEmbedded";
import { DEMO_USERS } from "../../scripts/identityProvider/demoUsers";
import { requestToken } from "../../scripts/identityProvider/requestToken";

/** What one asks of a test hub. */
export interface Question {
  /** A demo user: `investigator`, `bank-risk`, … */
  readonly as: string;
  readonly purpose?: Purpose;
  readonly reference?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A real hub of its own: its store in memory, its gateway and identity provider on free ports. */
export interface TestHub extends EmbeddedHub {
  /** A token of a demo user, from the hub's own identity provider; the same one for the same user. */
  tokenFor(user: string): Promise<string>;
  /** Asks over HTTP. The answer's data is loosely typed: each test says what it expects of it. */
  ask(query: string, question: Question): Promise<FormattedExecutionResult<Record<string, any>>>; // eslint-disable-line @typescript-eslint/no-explicit-any -- see above
}

interface TestHubOptions {
  /** How many people are made up beside the named ones. */
  readonly people?: number;
}

const SEED = 1;

/** Starts a hub for one test file: `beforeAll(startTestHub)`, and close it in `afterAll`. */
export async function startTestHub({ people = 0 }: TestHubOptions = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), "duanka-hub-"));
  const hub = await startEmbedded({
    folder,
    storeDirectory: "memory://",
    port: 0,
    identityPort: 0,
    people,
    seed: SEED,
    clock: () => new Date(),
    logger: createLogger("silent"),
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (user: string): Promise<string> => {
    const token = tokens.get(user) ?? fetchToken(hub, user);
    tokens.set(user, token);
    return token;
  };
  return {
    ...hub,
    tokenFor,
    ask: async (query, question) => askOverHttp(hub.gateway, await tokenFor(question.as), query, question),
    close: async () => {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fetchToken(hub: EmbeddedHub, sub: string): Promise<string> {
  const user = DEMO_USERS.find(one => one.sub === sub);
  if (user === undefined) throw new Error(`${sub} is no demo user`);
  return (await requestToken(hub.identityProvider, user, hub.secrets.identity.clientSecrets[sub] ?? ""))
    .token;
}

async function askOverHttp(
  gateway: string,
  token: string,
  query: string,
  { purpose, reference, variables }: Question,
): Promise<FormattedExecutionResult> {
  const response = await fetch(`${gateway}/graphql`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(purpose === undefined ? {} : { "duanka-purpose": purpose }),
      ...(reference === undefined ? {} : { "duanka-reference": reference }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as FormattedExecutionResult;
}
