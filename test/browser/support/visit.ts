import type { Page } from "playwright-core";
import type { OpenConsole } from "../../../scripts/console/openConsole";
import { findBarriers } from "./findBarriers";
import { findNamelessTexts } from "./findNamelessTexts";

/** One signed-in user's time at the console. */
export interface Visit {
  readonly page: Page;
  /** Where the navigation leads, in its order. */
  places(): Promise<string[]>;
  goTo(place: string): Promise<void>;
  /** The page as it stands has no serious barrier and no text that is missing. */
  look(): Promise<void>;
  /** The same in English, and back. */
  lookInEnglish(): Promise<void>;
  /** Ends the visit: nothing was asked of anybody else, and the browser found nothing wrong. */
  end(): Promise<void>;
}

/** Wraps an open console with what is done and looked at on every visit. */
export function createVisit(
  { page, asked, complaints, close }: OpenConsole,
  origins: readonly string[],
): Visit {
  const navigation = page.locator("nav.frame-nav a");
  const look = async (): Promise<void> => {
    await waitForAnswers(page);
    expect(await findBarriers(page)).toEqual([]);
    expect(await findNamelessTexts(page)).toEqual([]);
  };
  return {
    page,
    places: () => navigation.allInnerTexts(),
    async goTo(place) {
      await navigation.getByText(place, { exact: true }).click();
      await page.locator("nav.frame-nav a[aria-current]").getByText(place, { exact: true }).waitFor();
    },
    look,
    async lookInEnglish() {
      await page.getByRole("button", { name: "切换到 English" }).click();
      await page.locator('html[lang="en"]').waitFor();
      await look();
      await page.locator('button[lang="zh-CN"]').click();
    },
    async end() {
      await close();
      const outside = asked.filter(
        address => !/^(data|blob):/.test(address) && !origins.includes(new URL(address).origin),
      );
      expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
    },
  };
}

/** What is still to come would be looked at too early; what moves is between two colours. */
async function waitForAnswers(page: Page): Promise<void> {
  await page.locator(".ant-skeleton, .ant-spin-spinning").first().waitFor({ state: "detached" });
  await page.evaluate(
    `Promise.allSettled(document.getAnimations()
      .filter(one => one.effect?.getComputedTiming().endTime !== Infinity)
      .map(one => one.finished))`,
  );
}
