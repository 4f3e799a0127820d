import type { Browser } from "playwright-core";
import { SubgraphFailure } from "../../../gateway/fetch/subgraphFailure";
import type { SubgraphTransport } from "../../../gateway/fetch/subgraphTransport";
import { launchChromium } from "../../../scripts/console/launchChromium";
import { openConsole } from "../../../scripts/console/openConsole";
import { findDemoUser } from "../../../scripts/identityProvider/demoUsers";
import { freePort } from "../../../scripts/services/freePort";
import { startTestHub, type TestHub } from "../../support/hub";
import { createVisit, type Visit } from "./visit";

/** A hub and a browser before it. */
export interface ConsoleDesk {
  readonly hub: TestHub;
  readonly browser: Browser;
  /** Signs in as a demo user, as on a desk of its own. */
  visit(user: string): Promise<Visit>;
  /** Lets a subgraph answer nothing, until it is told to speak again. */
  silence(subgraph: string, isSilent: boolean): void;
  close(): Promise<void>;
}

const PEOPLE = 60; // enough that lists of work are not empty

/** Starts both, once for the whole suite. */
export async function openDesk(): Promise<ConsoleDesk> {
  const silent = new Set<string>();
  const hub = await startTestHub({
    people: PEOPLE,
    port: await freePort(1),
    watch: transport => hushed(transport, silent),
  });
  const browser = await launchChromium();
  const origins = [hub.gateway, hub.identityProvider].map(address => new URL(address).origin);
  return {
    hub,
    browser,
    async visit(user) {
      const demoUser = findDemoUser(user);
      if (demoUser === null) throw new Error(`there is no demo user ${user}`);
      return createVisit(await openConsole(browser, hub.gateway, demoUser), origins);
    },
    silence(subgraph, isSilent) {
      if (isSilent) silent.add(subgraph);
      else silent.delete(subgraph);
    },
    async close() {
      await browser.close();
      await hub.close();
    },
  };
}

function hushed(transport: SubgraphTransport, silent: ReadonlySet<string>): SubgraphTransport {
  return {
    ...transport,
    send(request) {
      if (!silent.has(request.subgraph)) return transport.send(request);
      return Promise.reject(new SubgraphFailure(request.subgraph, "UNREACHABLE", "it is silent"));
    },
  };
}
