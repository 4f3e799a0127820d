import type { Locator, Page } from "playwright-core";
import type { OpenConsole } from "../../../scripts/console/openConsole";
import { findBarriers } from "./findBarriers";
import { findNamelessTexts } from "./findNamelessTexts";

/** One signed-in user's time at the console. */
export interface Visit {
  readonly page: Page;
  /** Where the navigation leads, in its order. */
  places(): Promise<string[]>;
  goTo(place: string): Promise<void>;
  /** The page as it stands has no text that is missing. */
  read(): Promise<void>;
  /** Nor has it a serious barrier for anybody. */
  look(): Promise<void>;
  /** The same in English, and back. */
  lookInEnglish(): Promise<void>;
  /** The same in the dark, and back. */
  lookInTheDark(): Promise<void>;
  /** Presses a button that says what will follow and may ask why, says it, types again what has to be, and sends it. */
  act(button: string, why: string | null, retyped?: string, within?: Locator): Promise<void>;
  /** Closes the sheet beside the table by the keyboard. */
  closeSheet(): Promise<void>;
  /** Takes an option out of a list that opens. */
  choose(field: string, option: string): Promise<void>;
  /** Ends the visit: nothing was asked of anybody else, and the browser found nothing wrong. */
  end(): Promise<void>;
}

/** Wraps an open console with what is done and looked at on every visit. */
export function createVisit(
  { page, asked, complaints, close }: OpenConsole,
  origins: readonly string[],
): Visit {
  const navigation = page.locator("nav.frame-nav a");
  const read = async (): Promise<void> => {
    await waitForAnswers(page);
    expect(await findNamelessTexts(page)).toEqual([]);
  };
  const look = async (): Promise<void> => {
    await waitForAnswers(page);
    expect(await findBarriers(page)).toEqual([]);
    await read();
  };
  const appear = async (appearance: string, item: string): Promise<void> => {
    await page.locator("button.caller").click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
    await page.locator(`html[data-appearance="${appearance}"]`).waitFor();
  };
  return {
    page,
    places: () => navigation.allInnerTexts(),
    async goTo(place) {
      await navigation.getByText(place, { exact: true }).click();
      // There, and not in sight: whoever has been signed out meanwhile sees the dialog about it instead.
      const here = page.locator("nav.frame-nav a[aria-current]").getByText(place, { exact: true });
      await here.waitFor({ state: "attached" });
    },
    read,
    look,
    async lookInEnglish() {
      await page.getByRole("button", { name: "切换到 English" }).click();
      await page.locator('html[lang="en"]').waitFor();
      await look();
      await page.locator('button[lang="zh-CN"]').click();
    },
    async lookInTheDark() {
      await appear("dark", "深色");
      try {
        await look();
      } finally {
        await appear("light", "浅色");
      }
    },
    async act(button, why, retyped, within = page.locator("body")) {
      await within.getByRole("button", { name: button, exact: true }).first().click();
      const dialog = page.getByRole("dialog", { name: button, exact: true });
      if (why !== null) await dialog.locator("textarea").fill(why);
      if (retyped !== undefined) await dialog.locator("input").last().fill(retyped);
      await dialog.getByRole("button", { name: button, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      await waitForAnswers(page);
    },
    async closeSheet() {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").first().waitFor({ state: "hidden" });
    },
    async choose(field, option) {
      await page.getByLabel(field, { exact: true }).click();
      const list = page.locator(".ant-select-dropdown:visible");
      await list.getByTitle(option, { exact: true }).click();
      await list.waitFor({ state: "hidden" });
    },
    async end() {
      await close();
      const outside = asked.filter(
        address => !/^(data|blob):/.test(address) && !origins.includes(new URL(address).origin),
      );
      // Only somebody who was put offline on purpose hears of it.
      const wrong = complaints.filter(said => !said.includes("ERR_INTERNET_DISCONNECTED"));
      expect({ outside, wrong }).toEqual({ outside: [], wrong: [] });
    },
  };
}

/** What is still to come would be looked at too early, and what is asked anew still shows how things were. */
async function waitForAnswers(page: Page): Promise<void> {
  await page.locator('.ant-skeleton, [aria-busy="true"]').first().waitFor({ state: "detached" });
}
