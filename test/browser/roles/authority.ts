import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

/** A districted city's organ: recognises, lifts, and decides what is objected to. */
export function describeAuthority(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "authority",
    pages: ["我的案件", "异议", "责任统计", "公众提示"],
    jobs(visit) {
      const caseNumber = () => desk().hub.people.ringMember.caseNumber ?? "";
      const openSanction = async (): Promise<void> => {
        const { page } = visit();
        await page.getByRole("tab", { name: /^惩戒/ }).click();
        await page.getByRole("tabpanel").locator("tr[data-row-key]").first().click();
        await page.getByRole("dialog").waitFor();
      };

      it("recognises a sanction step by step, and foresees what it brings about", async () => {
        const { page, goTo, choose, look } = visit();
        await goTo("我的案件");
        const file = page.getByRole("row").filter({ hasText: caseNumber() });
        await file.getByRole("button", { name: "以此案办理" }).click();
        const organiser = page.getByRole("row").filter({ hasText: "嫌疑人" });
        await organiser.getByRole("link", { name: "认定惩戒" }).click();
        await page.getByRole("button", { name: "调取证件号码并开始" }).click();
        await choose("行为", "非法购买");
        await page.getByLabel("个人银行卡").check();
        const consequence = page.getByRole("region", { name: "将产生的后果" });
        await consequence.getByText("本机关无权作出此认定").waitFor();
        expect(await page.getByRole("button", { name: "下一步" }).isDisabled()).toBe(true);
        await page.getByLabel("卡或账户数").fill("3");
        await consequence.getByText("本机关无权作出此认定").waitFor({ state: "hidden" });
        await consequence.getByText(/将对 [1-9]\d* 个账户下达限制指令/).waitFor();
        expect(await consequence.innerText()).toMatch(
          /暂停非柜面业务\s+银行\s+\d{4}-\d{2}-\d{2}\s+\d{4}-\d{2}-\d{2}/,
        );
        await look();
        await page.getByRole("button", { name: "下一步" }).click();
        await page.getByLabel("认定理由").fill("多次收购银行卡");
        await page.getByRole("button", { name: "下一步" }).click();
        const send = page.getByRole("button", { name: "作出认定" });
        expect(await send.isDisabled()).toBe(true);
        await page.getByLabel(/此操作不能撤回/).fill(caseNumber());
        await send.click();
        await page.getByText("已认定，正在通知各机构。").waitFor();
      });

      it("hands over its notice, sees who is to carry it out, and lifts it", async () => {
        const { page, act, look, closeSheet } = visit();
        await page.getByRole("link", { name: "返回人员页" }).click();
        await openSanction();
        await act("登记送达", "当面送达");
        await page
          .getByRole("dialog")
          .getByText(/送达日期 \d{4}/)
          .waitFor();
        await look();
        await act("解除惩戒", "认定有误", caseNumber());
        await page.getByRole("dialog").getByRole("button", { name: "解除惩戒" }).waitFor({ state: "hidden" });
        await closeSheet();
        await page.getByRole("row").filter({ hasText: "已解除" }).waitFor();
        await look();
      });

      it("decides the objection of the person before it, and everything is lifted", async () => {
        const { page, goTo, act } = visit();
        await goTo("异议");
        const row = page.getByRole("row").filter({ hasText: "卡被他人使用" });
        await row.waitFor();
        await act("成立", "经核实，异议成立", caseNumber());
        await row.waitFor({ state: "hidden" });
        await page.getByText("成立", { exact: true }).first().click();
        await row.waitFor();
      });
    },
  });
}
