import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { STORES, type StoreName } from "../../schema/database/migrate";
import { createTeardown } from "../../scripts/hub/createTeardown";
import { freePort } from "../../scripts/services/freePort";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { prepareSeparateParts } from "./separateParts";
import { testServices } from "./services";
import { startPart, type RunningPart } from "./startPart";

/** Whatever can be killed. */
export const PROCESSES = ["gateway", ...STORES] as const;
export type ProcessName = (typeof PROCESSES)[number];

/** A hub whose gateway and subgraphs are processes of the operating system, with Redis between them. */
export interface ProcessHub {
  readonly gateway: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly databaseUrls: Readonly<Record<StoreName, string>>;
  /** Kills it with -9 and starts it anew, as whoever watches over it would; resolves when it answers again. */
  kill(name: ProcessName): Promise<void>;
  close(): Promise<void>;
}

/** Starts one process each. */
export async function startProcessHub(trusted: readonly TrustedIssuer[]): Promise<ProcessHub> {
  const teardown = createTeardown();
  const secrets = { ...createSecretVariables() };
  const variables = { ...secrets, REDIS_URL: testServices().redisUrl };
  const parts = await prepareSeparateParts(teardown, variables, trusted);
  const gatewayPort = await freePort();
  const running = new Map<ProcessName, RunningPart>();

  async function start(name: ProcessName): Promise<void> {
    const port = name === "gateway" ? gatewayPort : parts.ports[name];
    const given = name === "gateway" ? [name] : ["subgraph", name];
    running.set(name, await startPart(teardown, given, { ...parts.environment, PORT: String(port) }));
  }

  try {
    await Promise.all(PROCESSES.map(start));
  } catch (error) {
    await teardown.close();
    throw error;
  }
  return {
    gateway: `http://127.0.0.1:${gatewayPort}`,
    secrets,
    databaseUrls: parts.databaseUrls,
    async kill(name) {
      await running.get(name)!.kill();
      await start(name);
    },
    close: () => teardown.close(),
  };
}
