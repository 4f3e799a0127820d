import type { Browser } from "playwright-core";
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
  close(): Promise<void>;
}

const PEOPLE = 60; // enough that lists of work are not empty

/** Starts both, once for the whole suite. */
export async function openDesk(): Promise<ConsoleDesk> {
  const hub = await startTestHub({
    people: PEOPLE,
    port: await freePort(),
  });
  const browser = await launchChromium();
  const origins = [hub.gateway, hub.identityProvider].map(address => new URL(address).origin);
  return {
    hub,
    browser,
    async visit(user: string) {
      const demoUser = findDemoUser(user);
      if (demoUser === null) throw new Error(`there is no demo user ${user}`);
      return createVisit(await openConsole(browser, hub.gateway, demoUser), origins);
    },
    async close() {
      await browser.close();
      await hub.close();
    },
  };
}
