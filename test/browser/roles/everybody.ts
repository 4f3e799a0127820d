import type { ConsoleDesk } from "../support/consoleDesk";

/** The pages of each role, in the order of the navigation. */
const PAGES: readonly (readonly [user: string, pages: readonly string[]])[] = [
  ["investigator", ["我的案件", "公众提示"]],
  ["authority", ["我的案件", "异议", "责任统计", "公众提示"]],
  ["bank-risk", ["开户检查", "指令", "清理名单", "责任统计", "公众提示"]],
  ["bank-reporting", ["指令", "清理名单", "公众提示"]],
  ["payment-risk", ["开户检查", "指令", "责任统计", "公众提示"]],
  ["carrier-risk", ["开户检查", "异常标记", "指令", "清理名单", "责任统计", "公众提示"]],
  ["carrier-reporting", ["异常标记", "指令", "清理名单", "公众提示"]],
  ["regulator-financial", ["责任统计", "整改", "公众提示"]],
  ["regulator-telecom", ["责任统计", "整改", "公众提示"]],
  ["auditor", ["访问记录", "告警与链", "公众提示"]],
  ["person", ["我的", "访问记录", "公众提示"]],
];

/** What each role is offered: its own pages and no other, each without barriers, in both languages. */
export function describeEverybody(desk: () => ConsoleDesk): void {
  describe("signed in at the issuer's own page", () => {
    it.each(PAGES)("%s finds the pages of the role and no other", async (user, pages) => {
      const { places, goTo, look, lookInEnglish, end } = await desk().visit(user);
      expect(await places()).toEqual(pages);
      for (const place of pages) {
        await goTo(place);
        await look();
      }
      await goTo(pages[0]!);
      await lookInEnglish();
      await end();
    });
  });
}
