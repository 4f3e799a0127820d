import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

/** Regulators: who opens answers. */
export function describeRegulators(desk: () => ConsoleDesk): void {
  const pages = ["责任统计", "整改", "公众提示"];
  describeRole(desk, {
    user: "regulator-financial",
    pages,
    jobs(visit) {
      it("reads who answers for what was opened, by institution", async () => {
        const { page, goTo } = visit();
        await goTo("责任统计");
        await page.getByText("机构", { exact: true }).click();
        await page.getByRole("img", { name: "每万户涉案数" }).waitFor();
        await page.getByRole("cell", { name: "华衡银行", exact: true }).waitFor();
      });
    },
  });
  describeRole(desk, {
    user: "regulator-telecom",
    pages,
    jobs(visit) {
      it("reads the real-name rate of each carrier, and which agents have to put something right", async () => {
        const { page, goTo, look } = visit();
        await goTo("责任统计");
        await page.getByRole("cell", { name: "恒波电信", exact: true }).first().waitFor();
        await page
          .getByRole("cell", { name: /^\d+\.\d\d %$/ })
          .first()
          .waitFor();
        await look();
        await goTo("整改");
        await page.locator("tr[data-row-key]").first().click();
        await page.getByRole("dialog").waitFor();
        await look();
      });

      it("is told when the session has ended, where to sign in again, and sees nothing of what was there", async () => {
        const { page, look, closeSheet } = visit();
        await closeSheet();
        const ended = { errors: [{ message: "", extensions: { code: "UNAUTHENTICATED" } }] };
        await page.route("**/graphql", route => route.fulfill({ json: ended }));
        await page.getByRole("link", { name: "公众提示" }).click();
        await page.getByText("登录已失效。").waitFor();
        await page.locator(".issuers button").first().waitFor();
        expect(await page.locator(".frame").count()).toBe(0);
        await look();
      });
    },
  });
}
