import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findDemoUser } from "../identityProvider/demoUsers";
import type { NamedPeople } from "../seed/worldModel";
import { launchChromium } from "./launchChromium";
import { openConsole } from "./openConsole";

const SETTLE_MS = 1_500; // a drawn chart has come to rest

interface Screenshot {
  readonly name: string;
  readonly user: string;
  readonly show: (page: Page, people: NamedPeople) => Promise<void>;
}

const SCREENSHOTS: readonly Screenshot[] = [
  { name: "person", user: "investigator", show: showRingMember },
  {
    name: "links",
    user: "investigator",
    show: async (page, people) => {
      await showRingMember(page, people);
      await page.locator(".frame-nav a[href$='/links']").click();
      await page.locator(".link-canvas canvas").first().waitFor();
    },
  },
  {
    name: "opening",
    user: "bank-risk",
    show: async (page, { ringMember }) => {
      await page.locator("#reference").fill("A-2026-0417");
      await page.locator("#number").fill(ringMember.document.number);
      await page.locator("form button[type=submit]").click();
      await page.locator(".findings").waitFor();
    },
  },
  { name: "orders", user: "bank-risk", show: page => goTo(page, "/orders", "tr[data-row-key]") },
  {
    name: "accountability",
    user: "regulator-financial",
    show: page => goTo(page, "/accountability", ".figures svg"),
  },
];

/** Makes the pictures that the README shows, from a hub that runs. */
export async function takeScreenshots(
  address: string,
  people: NamedPeople,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  const browser = await launchChromium();
  try {
    for (const { name, user, show } of SCREENSHOTS) {
      const demoUser = findDemoUser(user);
      if (demoUser === null) throw new Error(`there is no demo user ${user}`);
      const { page, close } = await openConsole(browser, address, demoUser);
      await show(page, people);
      await page.waitForTimeout(SETTLE_MS);
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      await close();
      files.push(path);
    }
  } finally {
    await browser.close();
  }
  return files;
}

async function showRingMember(page: Page, { ringMember }: NamedPeople): Promise<void> {
  await page
    .locator("tr", { hasText: ringMember.caseNumber ?? "" })
    .locator("button")
    .click();
  await page.locator("#search").fill(ringMember.document.number);
  await page.locator("#search").press("Enter");
  await page.locator(".verdict").waitFor();
}

async function goTo(page: Page, path: string, until: string): Promise<void> {
  await page.goto(new URL(`/#${path}`, page.url()).href);
  await page.locator(until).first().waitFor();
}
