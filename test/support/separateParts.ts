import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { migrate, STORES, type StoreName } from "../../schema/database/migrate";
import type { Teardown } from "../../scripts/hub/createTeardown";
import { namedPeople } from "../../scripts/seed/namedPeople";
import type { NamedPeople } from "../../scripts/seed/worldModel";
import { freePort } from "../../scripts/services/freePort";
import { readSettings } from "../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../scripts/settings/secretSettings";
import { openStores } from "../../scripts/stores/openStores";
import { seedStores } from "../../scripts/stores/seedStores";
import { createPostgresDatabase } from "./databases";

/** All that the processes of a hub are told before any of them starts. */
export interface SeparateParts {
  /** A new folder, gone with the hub. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly databaseUrls: Readonly<Record<StoreName, string>>;
  readonly ports: Readonly<Record<StoreName, number>>;
  readonly people: NamedPeople;
}

const SEED = 1;

/** A filled PostgreSQL database for each subgraph, and an address for each before it is there: they ask each other. */
export async function prepareSeparateParts(
  teardown: Teardown,
  variables: Readonly<Record<string, string>>,
  trusted: readonly TrustedIssuer[],
): Promise<SeparateParts> {
  const folder = mkdtempSync(join(tmpdir(), "duanka-separate-"));
  teardown.add(() => rmSync(folder, { recursive: true, force: true }));
  const environment: Record<string, string> = { ...variables, PORT: "0", LOG_LEVEL: "silent" };
  const databaseUrls: Partial<Record<StoreName, string>> = {};
  const ports: Partial<Record<StoreName, number>> = {};
  for (const store of STORES) {
    const database = await createPostgresDatabase();
    teardown.add(() => database.drop());
    databaseUrls[store] = database.url;
    ports[store] = await freePort();
    environment[`DATABASE_URL_${store.toUpperCase()}`] = database.url;
    environment[`SUBGRAPH_URL_${store.toUpperCase()}`] = `http://127.0.0.1:${ports[store]}`;
  }
  const now = new Date();
  await fill(environment, folder, now);
  environment.TRUSTED_ISSUERS = join(folder, "issuers.json");
  writeFileSync(environment.TRUSTED_ISSUERS, JSON.stringify(trusted));
  environment.AUDIT_DIR = join(folder, "audit");
  return {
    folder,
    environment,
    databaseUrls: databaseUrls as Record<StoreName, string>,
    ports: ports as Record<StoreName, number>,
    people: namedPeople({ seed: SEED, now }),
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
