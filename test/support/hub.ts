import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STORES } from "../../schema/database/migrate";
import { createLogger } from "../../gateway/errors/createLogger";
import { createEmbeddedSecrets, SECRETS_FILE } from "../../scripts/embedded/embeddedSecrets";
import { startEmbedded, type EmbeddedHub, type EmbeddedOptions } from "../../scripts/embedded/startEmbedded";
import { openEmbeddedStores } from "../../scripts/stores/openStores";
import { askOverHttp, type Answer, type Question } from "./askOverHttp";
import { copiedInMemory } from "./madeStores";
import { createTokenSource } from "./tokenSource";

/** A real hub of its own: its store in memory, its gateway and identity provider on free ports. */
export interface TestHub extends EmbeddedHub {
  /** Its data folder. */
  readonly folder: string;
  /** A token of a demo user, from the hub's own identity provider; the same one for the same user. */
  tokenFor(user: string): Promise<string>;
  /** Asks over HTTP. */
  ask(query: string, question: Question): Promise<Answer>;
}

interface TestHubOptions {
  /** How many people are made up; the named ones are always there. */
  readonly people?: number;
  /** Another hub's secrets, so that both know the same people by the same tokens. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Sees all that subgraphs are asked. */
  readonly watch?: EmbeddedOptions["watch"];
  /** Where the gateway listens: a browser can sign in only where its issuers know the page's address. */
  readonly port?: number;
}

const SEED = 1;

/** Starts a hub for one test file, in `beforeAll`; close it in `afterAll`. */
export async function startTestHub({
  people = 0,
  variables,
  watch,
  port = 0,
}: TestHubOptions = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), "duanka-hub-"));
  if (variables !== undefined) {
    const secrets = { ...createEmbeddedSecrets(), variables };
    writeFileSync(join(folder, SECRETS_FILE), JSON.stringify(secrets), { mode: 0o600 });
  }
  const hub = await startEmbedded({
    folder,
    stores: openEmbeddedStores(folder, await copiedInMemory(STORES)),
    port,
    identityPort: 0,
    people,
    seed: SEED,
    clock: () => new Date(),
    logger: createLogger("silent"),
    ...(watch === undefined ? {} : { watch }),
  });
  const tokenFor = createTokenSource(hub.identityProvider, hub.secrets.identity);
  return {
    ...hub,
    folder,
    tokenFor,
    ask: async (query, question) => askOverHttp(hub.gateway, await tokenFor(question.as), query, question),
    close: async () => {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
