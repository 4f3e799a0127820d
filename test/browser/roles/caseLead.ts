import { toChinaMinute } from "../../../gateway/console/page/parts/chinaMinute";
import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

const ADD = `mutation ($input: CaseSubjectInput!) { addCaseSubject(input: $input) { id } }`;
const ACCOUNTS = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  accounts { nodes { number institution { code name } } } bankingIdentity { name } } }`;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const started = Date.now();
const anHourAgo = toChinaMinute(new Date(started - HOUR_MS));
const inAMonth = toChinaMinute(new Date(started + 30 * DAY_MS)).slice(0, "2026-11-24".length);

/** Who leads the cases of the made-up world: says who belongs to them, lets others look further, ends them. */
export function describeCaseLead(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "case-lead",
    pages: ["我的案件", "异议", "责任统计", "公众提示"],
    jobs(visit, it) {
      const people = () => desk().hub.people;
      const ring = () => people().ringMember.caseNumber ?? "";

      it("confirms whom another officer has put into the case", async () => {
        const { errors } = await desk().hub.ask(ADD, {
          as: "investigator",
          purpose: "CASE",
          reference: ring(),
          variables: {
            input: {
              caseNumber: ring(),
              document: people().lifted.document,
              role: "HOLDER",
              reason: "其卡在现场查获",
            },
          },
        });
        expect(errors).toBeUndefined();
        const { page, goTo, act, look } = visit();
        await goTo("我的案件");
        await page.getByRole("row").filter({ hasText: ring() }).getByRole("button").click();
        const waiting = page.locator("tr[data-row-key]").filter({ hasText: "待确认" }).first();
        const key = (await waiting.getAttribute("data-row-key")) ?? "";
        await look();
        await act("确认入案", null, undefined, waiting);
        const confirmed = page.locator(`tr[data-row-key="${key}"]`);
        await confirmed.getByRole("button", { name: "撤回确认" }).waitFor();
      });

      it("is told that the banks' register does not answer, not that somebody in the case has no name", async () => {
        const { page, goTo, look } = visit();
        const open = async (): Promise<void> => {
          await goTo("我的案件");
          await page.getByRole("row").filter({ hasText: ring() }).getByRole("button").click();
          await page.getByRole("heading", { name: ring() }).waitFor();
        };
        desk().silence("banking", true);
        try {
          await open();
          const nameless = page.locator("tr[data-row-key]").filter({ hasText: /人员.*持有人/ });
          await nameless.first().getByText("银行支付登记 未答复").waitFor();
          await look();
        } finally {
          desk().silence("banking", false);
        }
        await open();
        await page.getByText(people().ringMember.name).waitFor();
      });

      it("is told why there is no institution to choose, rather than shown an empty list", async () => {
        const { page, look } = visit();
        desk().silence("police", true);
        try {
          await page.getByRole("button", { name: "紧急止付" }).click();
          const dialog = page.getByRole("dialog", { name: "紧急止付" });
          await dialog
            .locator(".fault")
            .getByText(/这不表示没有/)
            .waitFor();
          await look();
        } finally {
          desk().silence("police", false);
        }
        const dialog = page.getByRole("dialog", { name: "紧急止付" });
        await dialog.getByRole("button", { name: "重试" }).click();
        await dialog.locator(".fault").waitFor({ state: "hidden" });
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
      });

      it("lets another officer look further", async () => {
        const { page, choose } = visit();
        await page.getByRole("button", { name: "批准扩展查询" }).click();
        await choose("承办人", "investigator");
        const dialog = page.getByRole("dialog");
        await dialog.locator("textarea").fill("追查上线");
        await dialog.getByRole("button", { name: "批准扩展查询" }).click();
        await page.getByText(/investigator 可扩展查询至 \d{4}/).waitFor();
      });

      it("stops an account for 48 hours, and freezes an account of the case by a paper", async () => {
        const held = await desk().hub.ask(ACCOUNTS, {
          as: "case-lead",
          purpose: "CASE",
          reference: ring(),
          variables: { document: people().ringMember.document },
        });
        expect(held.errors).toBeUndefined();
        const { bankingIdentity, accounts } = held.data?.subject as {
          bankingIdentity: { name: string };
          accounts: { nodes: { number: string; institution: { code: string; name: string } }[] };
        };
        const [{ number, institution }] = accounts.nodes as [(typeof accounts.nodes)[number]];
        const { page, look } = visit();
        await page.getByRole("button", { name: "紧急止付" }).click();
        const dialog = page.getByRole("dialog", { name: "紧急止付" });
        await dialog.getByLabel("机构").fill(institution.name);
        await page
          .locator(".ant-select-dropdown")
          .getByTitle(`${institution.name} ${institution.code}`, { exact: true })
          .click();
        await dialog.getByLabel("账号").fill(number);
        await dialog.getByLabel("户名").fill(bankingIdentity.name);
        await dialog.getByLabel("涉案金额（元）").fill("１２００.50");
        await dialog.getByLabel("接到请求的时间").fill("2020-01-01T09:00");
        await dialog.getByRole("button", { name: "紧急止付" }).click();
        await dialog.getByText(/请求时间距今已超过 48 小时/).waitFor();
        await look();
        await dialog.getByLabel("接到请求的时间").fill(anHourAgo);
        await dialog.getByRole("button", { name: "紧急止付" }).click();
        await dialog.waitFor({ state: "hidden" });
        await page
          .getByRole("row")
          .filter({ hasText: institution.name })
          .filter({ hasText: anHourAgo.replace("T", " ") })
          .waitFor();
        const account = page
          .locator("tr[data-row-key]")
          .filter({ has: page.getByRole("button", { name: "冻结" }) })
          .first();
        await account.getByRole("button", { name: "冻结" }).click();
        const freezing = page.getByRole("dialog", { name: "冻结" });
        await freezing.getByLabel("冻结至").fill(inAMonth);
        await freezing.locator("textarea").fill("云公（刑）冻字〔2026〕17 号");
        await freezing.getByRole("button", { name: "冻结" }).click();
        await freezing.waitFor({ state: "hidden" });
      });

      it("closes a case by typing its number; then nothing can be done in it any more", async () => {
        const { page, goTo, act, look } = visit();
        const number = people().unit.caseNumber ?? "";
        await goTo("我的案件");
        await page.getByRole("row").filter({ hasText: number }).getByRole("button").click();
        await page.getByRole("heading", { name: number }).waitFor();
        await act("结案", "已移送起诉", number);
        await page.getByText("已结案").first().waitFor();
        for (const name of ["结案", "紧急止付", "确认入案", "批准扩展查询"])
          expect(await page.getByRole("button", { name, exact: true }).count()).toBe(0);
        await look();
      });
    },
  });
}
