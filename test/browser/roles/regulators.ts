import { formatDay } from "../../../gateway/console/page/parts/formatTime";
import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";
import { findBarriers } from "../support/findBarriers";

const DAY_MS = 24 * 3_600_000;
const dayIn = (days: number): string => formatDay(new Date(Date.now() + days * DAY_MS).toISOString());

const RECOGNISE = `mutation ($input: RecogniseSanctionInput!) { recogniseSanction(input: $input) { id } }`;
const SERVE = `mutation ($input: ServeSanctionInput!) { serveSanction(input: $input) { id } }`;

/** What the police do before the regulator's turn: they recognise, and hand over the notice. */
async function sanctionOverPhoneCards({ hub }: ConsoleDesk): Promise<string> {
  const { document, caseNumber } = hub.people.ringMember;
  const asked = { as: "authority", purpose: "CASE" as const, reference: caseNumber ?? "" };
  const recognised = await hub.ask(RECOGNISE, {
    ...asked,
    variables: {
      input: {
        caseNumber,
        document,
        role: "INDIVIDUAL",
        conduct: "ILLEGAL_SALE",
        instruments: ["PHONE_CARD"],
        reason: "多次倒卖电话卡",
        remedy: "可以书面提出异议",
        papers: [],
        recognisedOn: dayIn(0),
        facts: { cardsOrAccounts: 5, occasions: 3, counterparties: 3, convicted: false, repeat: false },
      },
    },
  });
  expect(recognised.errors).toBeUndefined();
  const sanctionId = recognised.data?.recogniseSanction.id as string;
  const served = await hub.ask(SERVE, {
    ...asked,
    variables: { input: { sanctionId, servedOn: dayIn(0), method: "当面送达" } },
  });
  expect(served.errors).toBeUndefined();
  return sanctionId;
}

/** Regulators: who opens answers. */
export function describeRegulators(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "regulator-financial",
    // Deadlines are set for carriers alone (N16-4): the banks' regulator would find an empty page.
    pages: ["责任统计", "公众提示"],
    jobs(visit, it) {
      it("reads who answers for what was opened, by institution", async () => {
        const { page, goTo } = visit();
        await goTo("责任统计");
        await page.getByText("机构", { exact: true }).click();
        await page.getByRole("img", { name: "每万户涉案数" }).waitFor();
        await page.getByRole("cell", { name: "华衡银行", exact: true }).waitFor();
      });

      it("is told of an address of another role's page that it is not theirs, and never a number", async () => {
        const { page, look } = visit();
        for (const place of ["alarms", "records", "rectifications", "orders", "self", "person/x/links"]) {
          await page.evaluate(`location.hash = "/${place}"`);
          await page.getByRole("heading", { name: "此页面不属于您的岗位。" }).waitFor();
          await expect(page.getByText(/完整/).count()).resolves.toBe(0);
          await page.getByRole("main").getByRole("link", { name: "责任统计" }).click();
          await page.getByRole("heading", { name: "谁开卡、谁负责" }).waitFor();
        }
        await page.evaluate(`location.hash = "/alarms"`);
        await page.getByRole("heading", { name: "此页面不属于您的岗位。" }).waitFor();
        await look();
      });
    },
  });
  describeRole(desk, {
    user: "regulator-telecom",
    pages: ["责任统计", "整改", "电信惩戒", "公众提示"],
    jobs(visit, it) {
      it("orders an outlet of the figures to put something right, follows it, and ends it as mended", async () => {
        const { page, goTo, choose, look, closeSheet } = visit();
        await goTo("责任统计");
        await page.getByRole("button", { name: "责令整改" }).first().click();
        const dialog = page.getByRole("dialog", { name: "责令整改" });
        const code = await dialog.getByLabel(/^对象代码/).inputValue();
        await choose("违规", "入网须核验身份并留存照片");
        await dialog.getByLabel("期限").fill(dayIn(30));
        await dialog.locator("textarea").fill("抽查十户，三户没有照片");
        await look();
        await dialog.getByRole("button", { name: "责令整改" }).click();
        await dialog.waitFor({ state: "hidden" });
        await goTo("整改");
        const row = page
          .getByRole("row")
          .filter({ hasText: code.split("/").at(-1)! })
          .filter({ hasText: dayIn(30) });
        await row.click();
        await page.getByRole("dialog").getByText("抽查十户，三户没有照片").waitFor();
        await look();
        await closeSheet();
        await row.getByRole("button", { name: "整改完成" }).click();
        const ending = page.getByRole("dialog", { name: "整改完成" });
        await ending.locator("textarea").fill("已补齐照片");
        await ending.getByRole("button", { name: "整改完成" }).click();
        await row.getByText("已整改", { exact: true }).waitFor();
        expect(await row.getByRole("button").count()).toBe(0);
      });

      it("is told in words why a deadline cannot be set, and shuts who has let one pass by typing its code", async () => {
        const { page, goTo, choose, look } = visit();
        await goTo("整改");
        await page.getByRole("button", { name: "责令整改" }).click();
        const dialog = page.getByRole("dialog", { name: "责令整改" });
        await dialog.getByLabel(/^对象代码/).fill("没有此代码");
        await choose("违规", "入网须核验身份并留存照片");
        await dialog.getByLabel("期限").fill(dayIn(30));
        await dialog.locator("textarea").fill("没有照片");
        await dialog.getByRole("button", { name: "责令整改" }).click();
        await dialog.getByText("没有电信企业上报过此代码。").waitFor();
        await look();
        await page.keyboard.press("Escape");
        const late = page.getByRole("row").filter({ hasText: "逾期" }).first();
        const code = (await late.locator(".number").nth(1).innerText()).trim();
        await late.getByRole("button", { name: "关停" }).click();
        const shutting = page.getByRole("dialog", { name: "关停" });
        await shutting.locator("textarea").fill("逾期仍未整改");
        await shutting.locator("input").last().fill(code);
        await shutting.getByRole("button", { name: "关停" }).click();
        await shutting.waitFor({ state: "hidden" });
        await page.getByText("已关停", { exact: true }).first().click();
        await page.getByRole("row").filter({ hasText: code }).waitFor();
      });

      it("sets the measures on lines of a sanction over phone cards, whose number the police have told", async () => {
        const { page, goTo, look } = visit();
        const sanctionId = await sanctionOverPhoneCards(desk());
        await goTo("电信惩戒");
        await page.getByRole("button", { name: "决定线路措施" }).click();
        const dialog = page.getByRole("dialog", { name: "决定线路措施" });
        await dialog.getByLabel("惩戒编号").fill(sanctionId);
        await dialog.getByLabel("不得新入网").check();
        await dialog.getByLabel("止", { exact: true }).fill(dayIn(4_000));
        await dialog.locator("textarea").fill("多次倒卖电话卡");
        await dialog.getByRole("button", { name: "决定线路措施" }).click();
        await dialog.getByText(/最长 2 年/).waitFor();
        await look();
        await dialog.getByLabel("止", { exact: true }).fill(dayIn(300));
        await dialog.getByRole("button", { name: "决定线路措施" }).click();
        await page.getByText("已决定，正在通知各电信企业。").waitFor();
        const told = page.getByRole("row").filter({ hasText: dayIn(300) });
        await told.click();
        await page.getByRole("dialog").getByText(sanctionId).waitFor();
        await look();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").first().waitFor({ state: "hidden" });
      });

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
        const { page, closeSheet } = visit();
        await closeSheet();
        const ended = { errors: [{ message: "", extensions: { code: "UNAUTHENTICATED" } }] };
        await page.route("**/graphql", route => route.fulfill({ json: ended }));
        await page.getByRole("link", { name: "公众提示" }).click();
        await page.getByRole("dialog").getByText("登录已失效。").waitFor();
        await page.getByRole("button", { name: "在新窗口中登录" }).waitFor();
        // It stands there still, for whoever signs in again as the same person.
        expect(await page.locator(".frame").isVisible()).toBe(false);
        // The question that was not answered waits for the sign-in, so that the page does not come to rest.
        expect(await findBarriers(page)).toEqual([]);
      });
    },
  });
}
