import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

const DAY_MS = 24 * 3_600_000;
const SEEN = [2 * DAY_MS, DAY_MS].map(ago => new Date(Date.now() - ago).toISOString()).join();

/** Carriers: what was seen on their lines, and whether it is so. */
export function describeCarriers(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "carrier-risk",
    pages: ["开户检查", "异常标记", "指令", "清理名单", "责任统计", "整改", "公众提示"],
    jobs(visit, it) {
      it("reports abnormal calls from a file, and is told the outcome of each row", async () => {
        const { page, goTo, look } = visit();
        await goTo("异常标记");
        const own = await page.locator("tr[data-row-key] .number").first().innerText();
        await page.getByRole("button", { name: "上报异常呼叫" }).click();
        const dialog = page.getByRole("dialog");
        const rows = [
          `${own},SPAM_SMS,${SEEN},120,"短信, 群发"`,
          `13900000000,SPAM_SMS,${SEEN},,`,
          "x,SPAM_SMS",
          `${own},SPAM_SMS,1/11/2026 9:00`,
        ];
        const attach = (count: number) =>
          dialog.locator("input[type=file]").setInputFiles({
            name: "calls.csv",
            mimeType: "text/csv",
            buffer: Buffer.from(["number,kind", ...rows.slice(0, count)].join("\r\n")),
          });
        await attach(4);
        await dialog.getByText("第 4 行：number 不正确").waitFor();
        await dialog.getByText("第 5 行：observedFrom 不正确 · 时间写作 2026-11-01 10:00").waitFor();
        expect(await dialog.getByRole("button", { name: "上报", exact: true }).isDisabled()).toBe(true);
        await attach(1);
        desk().silence("telecom", true);
        try {
          await dialog.getByRole("button", { name: "上报", exact: true }).click();
          await dialog.locator(".fault").waitFor();
        } finally {
          desk().silence("telecom", false);
        }
        await attach(2);
        // What was said of the other file says nothing of this one.
        await dialog.getByText("已识别 2 行").waitFor();
        expect(await dialog.locator(".fault").count()).toBe(0);
        await dialog.getByRole("button", { name: "上报", exact: true }).click();
        await dialog.getByText("接收 1，重复 0，退回 1").waitFor();
        const outcomes = await dialog.locator("tr[data-row-key]").allInnerTexts();
        expect(outcomes).toEqual([
          expect.stringMatching(/2.*已接受/s),
          expect.stringMatching(/3.*未接受.*本企业没有此线路/s),
        ]);
        await look();
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
      });

      it("finds one sighting to be so and dismisses another", async () => {
        const { page, act } = visit();
        const rows = page.locator("tr[data-row-key]");
        const before = await rows.count();
        await act("属实", "话单已核对");
        await act("排除", "误报");
        await expect(rows.count()).resolves.toBe(before - 2);
      });
    },
  });
  describeRole(desk, {
    user: "carrier-reporting",
    pages: ["异常标记", "指令", "清理名单", "公众提示"],
    jobs(visit, it) {
      it("carries out an order of its queue, which then is among those that are done", async () => {
        const { page, goTo, look } = visit();
        await goTo("指令");
        const first = page.locator("tr[data-row-key]").first();
        const key = (await first.getAttribute("data-row-key")) ?? "";
        await first.getByRole("checkbox").check();
        await page.getByRole("button", { name: "已执行" }).click();
        await page.getByText("接收 1，重复 0，退回 0").waitFor();
        await page.getByText("已执行", { exact: true }).first().click();
        await page.locator(`tr[data-row-key="${key}"]`).waitFor();
        await look();
      });

      it("reads in the clean-up list how much is held, without a column for names that it may not see", async () => {
        const { page, goTo, read } = visit();
        await goTo("清理名单");
        await read();
        expect(await page.locator("thead th").allInnerTexts()).toEqual(["现有", "超出"]);
      });
    },
  });
}
