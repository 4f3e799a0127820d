import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { migrate, STORES, type StoreName } from "../../schema/database/migrate";
import { createIdentitySecrets } from "../../scripts/identityProvider/identitySecrets";
import { startIdentityProvider } from "../../scripts/identityProvider/startIdentityProvider";
import { createTeardown } from "../../scripts/hub/createTeardown";
import { namedPeople } from "../../scripts/seed/namedPeople";
import type { NamedPeople } from "../../scripts/seed/worldModel";
import { startGatewayProcess } from "../../scripts/separate/startGatewayProcess";
import { startSubgraphProcess } from "../../scripts/separate/startSubgraphProcess";
import type { RunningProcess } from "../../scripts/separate/runningProcess";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { readSettings } from "../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../scripts/settings/secretSettings";
import { openStores } from "../../scripts/stores/openStores";
import { seedStores } from "../../scripts/stores/seedStores";
import { askOverHttp, type Answer, type Question } from "./askOverHttp";
import { createPostgresDatabase } from "./databases";
import { freePort } from "../../scripts/services/freePort";
import { createTokenSource } from "./tokenSource";

/** Gateway and subgraphs as they run apart: HTTP between them, a PostgreSQL database each. */
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

const SEED = 1;

/** Starts them, each told everything by an environment of its own. */
export async function startSeparateHub(
  variables: Readonly<Record<string, string>> = { ...createSecretVariables() },
  changeIssuers: (issuers: TrustedIssuer[]) => readonly TrustedIssuer[] = issuers => issuers,
): Promise<SeparateHub> {
  const teardown = createTeardown();
  const folder = mkdtempSync(join(tmpdir(), "duanka-separate-"));
  teardown.add(() => rmSync(folder, { recursive: true, force: true }));
  const environment: Record<string, string> = { ...variables, PORT: "0", LOG_LEVEL: "silent" };
  const databaseUrls: Partial<Record<StoreName, string>> = {};
  for (const store of STORES) {
    const database = await createPostgresDatabase();
    teardown.add(() => database.drop());
    databaseUrls[store] = database.url;
    environment[`DATABASE_URL_${store.toUpperCase()}`] = database.url;
  }
  const now = new Date();
  await fill(environment, folder, now);

  const secrets = createIdentitySecrets();
  const issuers = await startIdentityProvider({ port: 0, secrets, personToken: null, redirectUris: [] });
  teardown.add(() => issuers.close());
  environment.TRUSTED_ISSUERS = join(folder, "issuers.json");
  const trusted = changeIssuers(JSON.parse(issuers.trustedIssuers) as TrustedIssuer[]);
  writeFileSync(environment.TRUSTED_ISSUERS, JSON.stringify(trusted));
  environment.AUDIT_DIR = join(folder, "audit");

  // Subgraphs ask each other: each has to know the others' addresses before they are there.
  const ports = await Promise.all(STORES.map(() => freePort()));
  STORES.forEach((store, index) => {
    environment[`SUBGRAPH_URL_${store.toUpperCase()}`] = `http://127.0.0.1:${ports[index]!}`;
  });
  const subgraphs: Partial<Record<StoreName, RunningProcess>> = {};
  for (const [index, store] of STORES.entries()) {
    const running = await startSubgraphProcess({ ...environment, PORT: String(ports[index]!) }, store);
    teardown.add(() => running.stop());
    subgraphs[store] = running;
  }
  const gateway = await startGatewayProcess(environment);
  teardown.add(() => gateway.stop());
  const tokenFor = createTokenSource(issuers.origin, secrets);
  const asking =
    ({ address }: RunningProcess): SeparateHub["ask"] =>
    async (query, question) =>
      askOverHttp(address, await tokenFor(question.as), query, question);
  return {
    gateway,
    subgraphs: subgraphs as Record<StoreName, RunningProcess>,
    databaseUrls: databaseUrls as Record<StoreName, string>,
    people: namedPeople({ seed: SEED, now }),
    ask: asking(gateway),
    async startUncachedGateway() {
      const { REDIS_URL: _cache, ...uncached } = environment;
      const second = await startGatewayProcess({ ...uncached, AUDIT_DIR: join(folder, "audit-uncached") });
      teardown.add(() => second.stop());
      return asking(second);
    },
    close: () => teardown.close(),
  };
}

async function fill(environment: Record<string, string>, folder: string, now: Date): Promise<void> {
  const stores = openStores(environment, folder);
  for (const store of STORES) await migrate(stores.databases[store], store);
  await seedStores(stores.databases, readSettings(environment, SECRET_SETTINGS), {
    people: 0,
    seed: SEED,
    now,
  });
  await stores.close();
}
