import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

/** Banks and payment institutions: whether something may be opened, and the orders to carry out. */
export function describeBanks(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "bank-risk",
    pages: ["开户检查", "指令", "清理名单", "责任统计", "公众提示"],
    jobs(visit, it) {
      const check = async (reference: string, number: string): Promise<string> => {
        const { page } = visit();
        await page.getByLabel("申请编号").fill(reference);
        await page.getByLabel("证件号码").fill(number);
        await page.getByRole("button", { name: "检查" }).click();
        return page.locator(".verdict").innerText();
      };

      it("checks an opening, and is told whether, why, and by which article", async () => {
        const { page, goTo, choose, look } = visit();
        const { sanctioned, clean } = desk().hub.people;
        await goTo("开户检查");
        await choose("申请开立", "Ⅱ类借记卡");
        await page.getByLabel("证件类型").waitFor();
        expect(await check("A-2026-1", clean.document.number)).toBe("可以开立");
        expect(await check("A-2026-2", sanctioned.document.number)).toBe("不得开立");
        await page.getByRole("button", { name: "条文 N20-5" }).first().hover();
        await page
          .getByRole("tooltip")
          .getByText(/经设区的市级及以上公安机关认定/)
          .waitFor();
        await look();
        // A finding is told in the reader's language, with the hub's own days in it.
        const findings = page.locator(".findings");
        expect(await findings.innerText()).toMatch(
          /惩戒期内不得新开账户。\s+不得新开户（银行），自 \d{4}-\d{2}-\d{2} 起/,
        );
        expect(await findings.innerText()).not.toContain("sanction");
        // Another number is another person: what was decided of the last one is gone.
        await page.getByLabel("证件号码").fill("1");
        await page.locator(".verdict").waitFor({ state: "hidden" });
      });

      it("asks for none of its lists of work under the opening that it has just checked", async () => {
        const { page, goTo, read } = visit();
        const stated: (string | undefined)[] = [];
        page.on("request", request => {
          if (request.url().endsWith("/graphql")) stated.push(request.headers()["duanka-purpose"]);
        });
        for (const place of ["指令", "清理名单", "责任统计", "公众提示"]) {
          await goTo(place);
          await read();
        }
        expect(stated.length).toBeGreaterThanOrEqual(4);
        expect(stated.filter(purpose => purpose !== undefined)).toEqual([]);
      });

      it("takes no reference that no header can carry, and says which it takes", async () => {
        const { page } = visit();
        await page.locator("button.purpose").click();
        const form = page.locator(".purpose-form");
        await form.getByLabel("编号").fill("开户一号");
        await form.getByRole("button", { name: "使用" }).click();
        await form.getByText("1 至 64 位字母、数字").waitFor();
        await page.keyboard.press("Escape");
      });

      it("carries out an order of its queue, and is told what became of it", async () => {
        const { page, goTo, look } = visit();
        await goTo("指令");
        const first = page.locator("tr[data-row-key]").first();
        await first.getByRole("checkbox").check();
        await page.getByRole("button", { name: "已执行" }).click();
        await page.getByText("接收 1，重复 0，退回 0").waitFor();
        await look();
      });
    },
  });
  describeRole(desk, {
    user: "bank-reporting",
    pages: ["指令", "清理名单", "公众提示"],
    jobs(visit, it) {
      it("refuses a restoration, still has it among what is to be done, and carries it out from there", async () => {
        const { page, goTo, act, look } = visit();
        await goTo("指令");
        const owed = page.locator("tr[data-row-key]").filter({ hasText: "恢复" }).first();
        const key = (await owed.getAttribute("data-row-key")) ?? "";
        const row = page.locator(`tr[data-row-key="${key}"]`);
        await row.getByRole("checkbox").check();
        await act("拒绝执行", "系统维护");
        await row.getByText("已拒绝").waitFor();
        await look();
        await row.getByRole("checkbox").check();
        await page.getByRole("button", { name: "已执行" }).click();
        await row.waitFor({ state: "hidden" });
      });
    },
  });
  describeRole(desk, {
    user: "payment-risk",
    pages: ["开户检查", "指令", "责任统计", "公众提示"],
    jobs(visit, it) {
      it("checks a payment account for somebody who is under a sanction, and must not open it", async () => {
        const { page, goTo, look } = visit();
        await goTo("开户检查");
        await page.getByLabel("申请编号").fill("P-2026-1");
        await page.getByLabel("证件号码").fill(desk().hub.people.sanctioned.document.number);
        await page.getByRole("button", { name: "检查" }).click();
        await page.locator(".verdict").getByText("不得开立").waitFor();
        await look();
      });
    },
  });
}
