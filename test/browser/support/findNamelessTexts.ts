import type { Page } from "playwright-core";
import texts from "../../../gateway/console/page/locales/zh-CN.json";

/** A text that is missing shows as its own name: `enums.Purpose.CASE`. */
const NAMES = new RegExp(`(?<![\\w./])(?:${Object.keys(texts).join("|")})\\.[A-Za-z][\\w.]*`, "g");

/** The names of texts that stand on the page in place of the texts, also where only a reader of the screen is told. */
export async function findNamelessTexts(page: Page): Promise<string[]> {
  const shown = await page.locator("body").innerText();
  const told = await page.evaluate<string[]>(
    `[...document.querySelectorAll("[aria-label], [title], [placeholder]")].flatMap(one =>
      ["aria-label", "title", "placeholder"].map(name => one.getAttribute(name) ?? ""))`,
  );
  return [shown, ...told].flatMap(text => text.match(NAMES) ?? []);
}
