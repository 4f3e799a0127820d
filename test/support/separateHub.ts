import { join } from "node:path";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { createTeardown, type Teardown } from "../../scripts/hub/createTeardown";
import { createIdentitySecrets } from "../../scripts/identityProvider/identitySecrets";
import { startIdentityProvider } from "../../scripts/identityProvider/startIdentityProvider";
import type { NamedPeople } from "../../scripts/seed/worldModel";
import type { RunningProcess } from "../../scripts/separate/runningProcess";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { askOverHttp, type Answer, type Question } from "./askOverHttp";
import { prepareSeparateParts } from "./separateParts";
import { startPart } from "./startPart";
import { createTokenSource } from "./tokenSource";

/** Gateway and subgraphs as they run in production, each a built process of its own with a PostgreSQL database. */
export interface SeparateHub {
  readonly gateway: RunningProcess;
  readonly subgraphs: Readonly<Record<StoreName, RunningProcess>>;
  readonly databaseUrls: Readonly<Record<StoreName, string>>;
  readonly people: NamedPeople;
  ask(query: string, question: Question): Promise<Answer>;
  /** Starts a second gateway before the same subgraphs, without a cache; it is stopped with the hub. */
  startUncachedGateway(): Promise<SeparateHub["ask"]>;
  close(): Promise<void>;
}

type ChangeIssuers = (issuers: TrustedIssuer[]) => readonly TrustedIssuer[];

/** Starts them, each told everything by an environment of its own. */
export async function startSeparateHub(
  variables: Readonly<Record<string, string>> = { ...createSecretVariables() },
  changeIssuers: ChangeIssuers = issuers => issuers,
): Promise<SeparateHub> {
  const teardown = createTeardown();
  try {
    return await start(teardown, variables, changeIssuers);
  } catch (error) {
    // What was started already would keep the tests from ending.
    await teardown.close();
    throw error;
  }
}

async function start(
  teardown: Teardown,
  variables: Readonly<Record<string, string>>,
  changeIssuers: ChangeIssuers,
): Promise<SeparateHub> {
  const secrets = createIdentitySecrets();
  const issuers = await startIdentityProvider({ port: 0, secrets, personToken: null, redirectUris: [] });
  teardown.add(() => issuers.close());
  const trusted = changeIssuers(JSON.parse(issuers.trustedIssuers) as TrustedIssuer[]);
  const parts = await prepareSeparateParts(teardown, variables, trusted);
  const { environment, folder, ports, databaseUrls, people } = parts;
  const subgraphs: Partial<Record<StoreName, RunningProcess>> = {};
  await Promise.all(
    STORES.map(async store => {
      const given = { ...environment, PORT: String(ports[store]) };
      subgraphs[store] = await startPart(teardown, ["subgraph", store], given);
    }),
  );
  const gateway = await startPart(teardown, ["gateway"], environment);
  const tokenFor = createTokenSource(issuers.origin, secrets);
  const asking =
    ({ address }: RunningProcess): SeparateHub["ask"] =>
    async (query, question) =>
      askOverHttp(address, await tokenFor(question.as), query, question);
  return {
    gateway,
    subgraphs: subgraphs as Record<StoreName, RunningProcess>,
    databaseUrls,
    people,
    ask: asking(gateway),
    async startUncachedGateway() {
      const { REDIS_URL: _cache, ...uncached } = environment;
      const second = await startPart(teardown, ["gateway"], {
        ...uncached,
        AUDIT_DIR: join(folder, "audit-uncached"),
      });
      return asking(second);
    },
    close: () => teardown.close(),
  };
}
