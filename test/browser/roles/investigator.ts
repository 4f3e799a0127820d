import { readFile } from "node:fs/promises";
import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";
import type { NamedPerson } from "../../../scripts/seed/worldModel";

interface LinksAnswer {
  readonly data: { readonly subject: { readonly phoneLines: { nodes: { id: string; number: string }[] } } };
}

const MANY_LINES = 440; // with what is there already close below the number at which a chart groups by itself

/** The hub's own answer with a great many lines in it, which no made-up person has. */
function withManyLines(answer: LinksAnswer): LinksAnswer {
  const { phoneLines } = answer.data.subject;
  const [line] = phoneLines.nodes;
  const more = Array.from({ length: MANY_LINES }, (_, at) => {
    const number = String(14_900_000_000 + at);
    return { ...line!, id: number, number };
  });
  phoneLines.nodes = [...phoneLines.nodes, ...more];
  return answer;
}

/** A county's investigator: finds people, follows their ties and their money, and takes them with them on paper. */
export function describeInvestigator(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "investigator",
    pages: ["我的案件", "公众提示"],
    jobs(visit, it) {
      const people = () => desk().hub.people;
      const find = async ({ document, caseNumber }: NamedPerson): Promise<void> => {
        const { page, goTo } = visit();
        await goTo("我的案件");
        const row = page.getByRole("row").filter({ hasText: caseNumber ?? "" });
        await row.getByRole("button", { name: "以此案办理" }).click();
        // A search that is typed before the case's page has come counts as left behind: its answer waits as a link.
        await page
          .locator("h1")
          .filter({ hasText: caseNumber ?? "" })
          .waitFor();
        await page.keyboard.press("/");
        await page.keyboard.type(document.number);
        await page.keyboard.press("Enter");
        await page.locator(".verdict").waitFor();
      };

      it("finds a person by the document, and reads first what stands against them and who was silent", async () => {
        await find(people().ringMember);
        const { page, look, lookInTheDark } = visit();
        const verdict = await page.locator(".verdict").innerText();
        expect(verdict).toMatch(/项惩戒措施生效中，至 \d{4}-\d{2}-\d{2}/);
        expect(verdict).toMatch(/未答复：.*泽安银行/);
        await page.getByRole("tab", { name: "账户 6" }).click();
        await page.getByText("未答复，其名下登记未知").first().waitFor();
        await look();
        await lookInTheDark();
      });

      it("goes through a table by the arrows, opens a row's sheet by Enter and closes it by Esc", async () => {
        const { page, look, closeSheet } = visit();
        const rows = page.getByRole("tabpanel").locator("tr[data-row-key]");
        await rows.first().focus();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        const sheet = page.getByRole("dialog");
        const number = await rows.nth(1).locator(".number").first().innerText();
        expect(await sheet.innerText()).toContain(number);
        await look();
        await closeSheet();
      });

      it("has their keys back as soon as a sheet closes: what is searched for meanwhile is typed into the search", async () => {
        const { page, read } = visit();
        const rows = page.getByRole("tabpanel").locator("tr[data-row-key]");
        await rows.first().focus();
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").waitFor();
        await read();
        await page.keyboard.press("Escape");
        await page.keyboard.press("/");
        await page.getByRole("dialog").first().waitFor({ state: "detached" });
        await page.keyboard.type("138");
        expect(await page.locator("#search").inputValue()).toBe("138");
        await page.locator("#search").fill("");
      });

      it("sees a masked number in full once a reason is given", async () => {
        const { page } = visit();
        await page.getByRole("button", { name: "显示", exact: true }).click();
        await page.getByRole("button", { name: "核实身份" }).click();
        expect(await page.locator(".shown").innerText()).toBe(people().ringMember.document.number);
        await page.getByRole("button", { name: "隐藏" }).click();
        expect(await page.locator("main").innerText()).not.toContain(people().ringMember.document.number);
      });

      it("takes the dossier along on paper: everything on it, with the number under which it was asked", async () => {
        const { page, look } = visit();
        await page.emulateMedia({ media: "print" });
        await page.getByText("人员档案").waitFor();
        const paper = await page.locator("main").innerText();
        await look();
        await page.emulateMedia({ media: "screen" });
        await page.getByRole("tab", { name: "账户 6" }).waitFor();
        for (const part of ["审计编号", "线路 4", "账户 6", "惩戒 1", "泽安银行 未答复"])
          expect(paper).toContain(part);
      });

      it("opens the link chart, and saves it under the audit number", async () => {
        const { page, goTo, look } = visit();
        await goTo("关系图");
        const chart = page.locator(".link-canvas");
        await chart.locator("canvas").first().waitFor();
        expect(await chart.getAttribute("aria-label")).toMatch(/共 [2-9]\d 个节点/);
        expect(await page.locator(".silent-rows").innerText()).toContain("泽安银行");
        await look();
        const file = page.waitForEvent("download");
        await page.getByRole("button", { name: "导出" }).click();
        await page.getByRole("menuitem", { name: "GraphML" }).click();
        const graph = await readFile(await (await file).path(), "utf8");
        expect(graph).toMatch(/<data key="audit">[\w-]+-\d+<\/data>/);
        expect(graph).toContain(people().ringMember.name);
      });

      it("opens somebody whom a link led to: the chart grows, who was silent stands on it, and undo takes it back", async () => {
        const { page, look } = visit();
        const marks = page.getByRole("option");
        const before = await marks.count();
        const silent = marks.filter({ hasText: /未答复：.*泽安银行/ });
        expect(await silent.count()).toBe(1);
        const stranger = page
          .getByRole("option")
          .filter({ hasText: "个人" })
          .filter({ hasNotText: people().ringMember.name })
          .first();
        await stranger.dblclick();
        const opened = page.getByRole("region", { name: "已展开" });
        expect(await opened.innerText()).toMatch(/账户 \d+ 线路 \d+/);
        await opened.getByRole("button", { name: "加入人员" }).waitFor();
        expect(await silent.count()).toBe(2);
        const after = await marks.count();
        expect(after).toBeGreaterThan(before);
        await look();
        const file = page.waitForEvent("download");
        await page.getByRole("button", { name: "导出" }).click();
        await page.getByRole("menuitem", { name: "GraphML" }).click();
        const graph = await readFile(await (await file).path(), "utf8");
        // What came by the second answer stands in the access record under its own number.
        expect(graph).toMatch(/<data key="audit">[\w-]+-\d+ [\w-]+-\d+<\/data>/);
        await page.keyboard.press("Control+z");
        await page.getByRole("listbox", { name: `节点 ${before}` }).waitFor();
        expect(await opened.count()).toBe(0);
        await page.getByRole("listbox").focus();
        await page.keyboard.press("Enter");
        await page.getByRole("listbox", { name: `节点 ${after}` }).waitFor();
      });

      it("takes back what they type by the keys that take back a step, and the chart stays as it is", async () => {
        const { page } = visit();
        const opened = page.getByRole("region", { name: "已展开" });
        await opened.getByRole("button", { name: "加入人员" }).click();
        const dialog = page.getByRole("dialog", { name: "加入人员" });
        await dialog.locator("textarea").pressSequentially("同一设备");
        await page.keyboard.press("Control+z");
        expect(await dialog.locator("textarea").inputValue()).not.toBe("同一设备");
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        expect(await opened.count()).toBe(1);
      });

      it("goes by the keyboard over a chart of five hundred marks, hides one, and has it back", async () => {
        const { page, goTo, look } = visit();
        await goTo("人员");
        await page.route("**/graphql", async route => {
          const asked = route.request().postDataJSON() as { operationName: string };
          if (asked.operationName !== "Links") return route.continue();
          const response = await route.fetch();
          return route.fulfill({ response, json: withManyLines((await response.json()) as LinksAnswer) });
        });
        await goTo("关系图");
        const chart = page.locator(".link-canvas");
        await chart.locator("canvas").first().waitFor();
        const count = async () =>
          Number(/共 (\d+) 个/.exec((await chart.getAttribute("aria-label")) ?? "")?.[1]);
        const before = await count();
        expect(before).toBeGreaterThanOrEqual(MANY_LINES);
        const list = page.getByRole("listbox", { name: `节点 ${before}` });
        await list.focus();
        for (const key of ["ArrowDown", "PageDown", "ArrowUp"]) await page.keyboard.press(key);
        const chosen = await page.getByRole("option", { selected: true }).innerText();
        await page.getByRole("button", { name: "隐藏" }).click();
        await page.getByRole("listbox", { name: `节点 ${before - 1}` }).waitFor();
        await page.keyboard.press("Control+z");
        await page.getByRole("listbox", { name: `节点 ${before}` }).waitFor();
        await page.getByRole("option", { name: chosen.trim(), exact: true }).waitFor();
        await look();
        await page.unroute("**/graphql");
        await goTo("人员");
      });

      it("sees nothing of one person any more while the next one's answer is awaited", async () => {
        const { page } = visit();
        const { name } = people().ringMember;
        await page.locator(".who").getByText(name).waitFor();
        let letGo = (): void => undefined;
        const held = new Promise<void>(resolve => (letGo = resolve));
        await page.route("**/graphql", async route => {
          await held;
          await route.continue();
        });
        await page.getByRole("tab", { name: /^关联/ }).click();
        await page.getByRole("tabpanel").locator("tr[data-row-key] a").first().click();
        await page.locator(".ant-skeleton").waitFor();
        expect(await page.locator("main").innerText()).not.toContain(name);
        letGo();
        // Who a link leads to is no more than a lead until somebody puts them into the case and its lead agrees.
        await page.locator("main").getByText("您查到的持有人尚未经确认列入案件").waitFor();
        await page.unroute("**/graphql");
        await page.goBack();
        await page.locator(".who").getByText(name).waitFor();
      });

      it("is not pulled away by a search that is answered after they have gone on, and may follow it still", async () => {
        const { page, goTo } = visit();
        let letGo = (): void => undefined;
        const held = new Promise<void>(resolve => (letGo = resolve));
        await page.route("**/graphql", async route => {
          const asked = route.request().postDataJSON() as { operationName: string };
          if (asked.operationName === "FindByDocument") await held;
          await route.continue();
        });
        await page.keyboard.press("/");
        await page.keyboard.type(people().ringMember.document.number);
        await page.keyboard.press("Enter");
        await goTo("公众提示");
        letGo();
        await page.getByText("先前的查询已有结果").waitFor();
        expect(new URL(page.url()).hash).toBe("#/warnings");
        await page.getByRole("button", { name: "打开", exact: true }).click();
        await page.locator(".verdict").waitFor();
        await page.unroute("**/graphql");
      });

      it("follows the money hop by hop", async () => {
        const { page, goTo, look } = visit();
        await goTo("人员");
        await page.getByRole("tab", { name: "账户 6" }).click();
        await page.getByRole("row").filter({ hasText: "冻结" }).click();
        await page.getByRole("link", { name: "追踪资金" }).click();
        await page.locator(".flow-picture canvas").waitFor();
        await look();
      });

      it("is told that the banks did not answer, not that there are no accounts", async () => {
        desk().silence("banking", true);
        try {
          await find(people().sanctioned);
          const { page, look, closeSheet } = visit();
          expect(await page.locator(".verdict").innerText()).toMatch(/未答复：.*全部银行和支付机构/);
          await page.locator(".who").getByText("银行支付登记 未答复").waitFor();
          await page.getByRole("tab", { name: "账户", exact: true }).click();
          const panel = page.getByRole("tabpanel");
          await panel.getByText("该登记系统未答复：这不表示没有登记。").waitFor();
          expect(await panel.innerText()).not.toContain("没有登记：");
          await look();
          await page.getByRole("tab", { name: "惩戒 1" }).click();
          await panel.locator("tr[data-row-key]").first().click();
          const sheet = page.getByRole("dialog");
          await sheet.getByText("银行支付登记 该登记系统未答复：这不表示没有登记。").waitFor();
          expect(await sheet.innerText()).not.toContain("没有机构收到指令");
          await closeSheet();
        } finally {
          desk().silence("banking", false);
        }
      });

      it("is told that nobody knows whose phones an account names, not that they are the holder's", async () => {
        desk().silence("telecom", true);
        try {
          await find(people().ringMember);
          const { page } = visit();
          await page.getByRole("tab", { name: "账户 6" }).click();
          const phones = page.getByRole("tabpanel").getByText("电信登记 未答复");
          await phones.first().waitFor();
          expect(await phones.count()).toBe(
            await page.getByRole("tabpanel").locator("tr[data-row-key]").count(),
          );
        } finally {
          desk().silence("telecom", false);
        }
      });

      it("is told that the hub cannot be reached, and goes on once it can", async () => {
        const { page, goTo, look } = visit();
        await page.context().setOffline(true);
        await goTo("我的案件");
        await page.getByText("连接不到系统。").waitFor();
        expect(await page.locator("main tr").count()).toBe(0);
        await look();
        await page.context().setOffline(false);
        await page.getByRole("button", { name: "重试" }).click();
        await page.getByRole("row").filter({ hasText: "以此案办理" }).first().waitFor();
      });
    },
  });
}
