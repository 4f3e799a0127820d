import type { Browser, Page } from "playwright-core";
import type { DemoUser } from "../identityProvider/demoUsers";

const SCREEN = { width: 1366, height: 768 }; // what most desks have
const STEP_LIMIT_MS = 60_000; // a loaded machine signs in slowly

/** The console in a real browser, signed in. */
export interface OpenConsole {
  readonly page: Page;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  /** Everything that the browser found wrong: errors of scripts, and what the page's own policy forbade. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens the console as on a desk of its own and signs in as a demo user, by the issuer's own log-in page. */
export async function openConsole(browser: Browser, address: string, user: DemoUser): Promise<OpenConsole> {
  const context = await browser.newContext({ viewport: SCREEN, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_LIMIT_MS);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", request => asked.push(request.url()));
  page.on("pageerror", error => complaints.push(error.message));
  page.on("console", said => {
    if (said.type() === "error") complaints.push(`${said.text()} (${said.location().url})`);
  });
  await page.goto(address);
  await page
    .locator(".issuers button")
    .filter({ hasText: new RegExp(`${user.issuer}$`) })
    .click();
  await page.locator(`button[value="${user.sub}"]`).click();
  await page.locator(".frame").waitFor();
  return { page, asked, complaints, close: () => context.close() };
}
