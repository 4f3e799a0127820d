import { chromium, type Page } from "playwright-core";
import type { DemoUser } from "../identityProvider/demoUsers";

const CHROMIUM = "/usr/bin/chromium"; // Debian's; nothing is downloaded
const SCREEN = { width: 1366, height: 768 }; // what most desks have
const STEP_LIMIT_MS = 60_000; // a loaded machine signs in slowly

/** The console in a real browser, signed in. */
export interface OpenConsole {
  readonly page: Page;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Opens the console in Chromium and signs in as a demo user, by the issuer's own log-in page. */
export async function openConsole(address: string, user: DemoUser): Promise<OpenConsole> {
  // Root has no other way to run it, and the pages are our own.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: SCREEN, locale: "zh-CN" });
  page.setDefaultTimeout(STEP_LIMIT_MS);
  const asked: string[] = [];
  page.on("request", request => asked.push(request.url()));
  await page.goto(address);
  await page
    .locator(".issuers button")
    .filter({ hasText: new RegExp(`${user.issuer}$`) })
    .click();
  await page.locator(`button[value="${user.sub}"]`).click();
  await page.locator(".frame").waitFor();
  return { page, asked, close: () => browser.close() };
}
