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
  describeRole(desk, { user: "regulator-telecom", pages });
}
