import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

/** The auditor: who saw whom, and whether the records bear it out. */
export function describeAuditor(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "auditor",
    pages: ["访问记录", "告警与链", "公众提示"],
    jobs(visit, it) {
      it("finds who saw a person's number in full, and why", async () => {
        const { page, goTo, look, closeSheet } = visit();
        await goTo("访问记录");
        await page.getByRole("searchbox", { name: "查询人", exact: true }).fill("police／ｉnvestigator"); // as a Chinese keyboard gives it
        await page.keyboard.press("Enter");
        await page
          .getByRole("searchbox", { name: "被查询人的证件号码" })
          .fill(desk().hub.people.ringMember.document.number);
        await page.keyboard.press("Enter");
        const row = page.getByRole("row").filter({ hasText: "ShowNumberToIdentify" });
        expect(await row.innerText()).toMatch(/police\/investigator.*(已答复|部分答复)/s);
        await row.click();
        await page.getByRole("dialog").getByText("被查询人（代码）").waitFor();
        await look();
        await closeSheet();
      });

      it("is told how a caller is written, and at the foot which register has answered", async () => {
        const { page } = visit();
        const described = await page
          .getByRole("searchbox", { name: "查询人", exact: true })
          .getAttribute("aria-describedby");
        expect(await page.locator(`[id="${described}"]`).innerText()).toContain("police/investigator");
        const foot = await page.locator("footer.audit-line").innerText();
        expect(foot).toContain("访问记录 已答复");
        expect(foot).not.toContain("公安登记");
      });

      it("reads no attempt where a page has asked for what its role may not see", async () => {
        const { page, goTo, read } = visit();
        await goTo("告警与链");
        await goTo("访问记录");
        await page.getByRole("checkbox").check();
        await read();
        const rows = await page.locator("tr[data-row-key]").allInnerTexts();
        // Who is in no case of the officer is refused whole; that is an attempt.
        expect(rows.filter(row => /部分答复.*个字段被拒/s.test(row))).toEqual([]);
      });

      it("reads that every chain of records is whole", async () => {
        const { page, goTo } = visit();
        await goTo("告警与链");
        await page.getByText(/^[1-9]\d* 条链全部完整$/).waitFor();
      });
    },
  });
}
