import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

const ownCase = `A110199-${new Date().getUTCFullYear()}-880`;
const LINES = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  phoneLines { nodes { number } } } }`;
const OPEN = `mutation Open($input: OpenCaseInput!) { openCase(input: $input) { number } }`;

/** A districted city's organ: recognises, lifts, and decides what is objected to. */
export function describeAuthority(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "authority",
    pages: ["我的案件", "异议", "责任统计", "公众提示"],
    jobs(visit, it) {
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
        await consequence.getByText(/^卡、次数和对象均不足 3：只有省级及以上公安机关可以认定/).waitFor();
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
        // Its answer is lost on the way: it was carried out, and is not carried out a second time.
        await page.route("**/graphql", async route => {
          const { operationName } = route.request().postDataJSON() as { operationName: string };
          if (operationName !== "RecogniseSanction") return route.continue();
          await route.fetch();
          await route.abort("internetdisconnected");
        });
        await send.click();
        await page.getByText("没有收到答复：可能已经办理。").waitFor();
        expect(await send.count()).toBe(0);
        await page.unroute("**/graphql");
        await page.getByRole("button", { name: "核对是否已认定" }).click();
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

      it("confirms, as the lead, who belongs to a case, and lets another officer look further", async () => {
        const { page, goTo, act, choose, look } = visit();
        const number = ownCase;
        const { errors } = await desk().hub.ask(OPEN, {
          as: "investigator",
          purpose: "CASE",
          reference: number,
          variables: {
            input: {
              number,
              title: "车站贩卡案",
              lead: "police/authority",
              assignedOfficers: ["police/investigator", "police/authority"],
              subjects: [desk().hub.people.fiveCards.document],
            },
          },
        });
        expect(errors).toBeUndefined();
        await goTo("公众提示");
        await goTo("我的案件");
        await page.getByRole("row").filter({ hasText: number }).getByRole("button").click();
        const first = page.locator("tr[data-row-key]").first();
        await first.getByText("待确认").waitFor();
        await act("确认入案", null);
        await first.getByRole("button", { name: "撤回确认" }).waitFor();
        await page.getByRole("button", { name: "批准扩展查询" }).click();
        await choose("承办人", "investigator");
        const dialog = page.getByRole("dialog");
        await dialog.locator("textarea").fill("追查上线");
        await look();
        await dialog.getByRole("button", { name: "批准扩展查询" }).click();
        await page.getByText(/investigator 可扩展查询至 \d{4}/).waitFor();
      });

      it("puts whoever a number led to into the case at hand, for its lead to confirm", async () => {
        const { page, goTo, look } = visit();
        const { document } = desk().hub.people.fiveCards;
        const held = await desk().hub.ask(LINES, {
          as: "authority",
          purpose: "CASE",
          reference: ownCase,
          variables: { document },
        });
        const { number } = held.data?.subject.phoneLines.nodes[0] as { number: string };
        await goTo("我的案件");
        await page.getByRole("row").filter({ hasText: caseNumber() }).getByRole("button").click();
        await page.getByRole("heading", { name: caseNumber() }).waitFor();
        await page.keyboard.press("/");
        await page.keyboard.type(number);
        await page.keyboard.press("Enter");
        await page.getByText(`您查到的持有人尚未经确认列入案件 ${caseNumber()}。`).waitFor();
        await look();
        await page.getByRole("button", { name: "加入人员" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("textarea").fill("其号码用于联络被害人");
        await dialog.getByRole("button", { name: "加入人员" }).click();
        await page.getByText("已加入案件，主办人确认后即可查询。").waitFor();
        await goTo("我的案件");
        await page.getByRole("row").filter({ hasText: ownCase }).getByRole("button").click();
      });

      it("cannot confirm whom they have put into the case themselves, and is told why", async () => {
        const { page, look } = visit();
        await page.getByRole("button", { name: "加入人员" }).click();
        const adding = page.getByRole("dialog");
        await adding.getByLabel("证件号码").fill(desk().hub.people.clean.document.number);
        await adding.locator("textarea").fill("其卡在现场查获");
        await adding.getByRole("button", { name: "加入人员" }).click();
        const own = page.locator("tr[data-row-key]").filter({ hasText: "待确认" });
        await own.getByRole("button", { name: "确认入案" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "确认入案" }).click();
        await page.getByRole("dialog").getByText("此人由您加入案件，须由另一主办人确认。").waitFor();
        await look();
        await page.keyboard.press("Escape");
      });

      it("decides the objection of the person before it, and everything is lifted", async () => {
        const { page, goTo, act } = visit();
        await goTo("异议");
        const row = page.getByRole("row").filter({ hasText: "卡被他人使用" });
        await row.waitFor();
        await act("成立", "经核实，异议成立", caseNumber(), row);
        await row.waitFor({ state: "hidden" });
        await page.getByText("成立", { exact: true }).first().click();
        await row.waitFor();
      });
    },
  });
}
