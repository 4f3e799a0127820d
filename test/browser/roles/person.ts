import type { ConsoleDesk } from "../support/consoleDesk";
import { describeRole } from "../support/describeRole";

const BLACKLIST = `mutation ($input: BlacklistLineHolderInput!) { blacklistLineHolder(input: $input) { id } }`;
const LOOK = `query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;

/** The ring member himself: what is held in his name, what stands against him, and what he can say to it. */
export function describePerson(desk: () => ConsoleDesk): void {
  describeRole(desk, {
    user: "person",
    pages: ["我的", "访问记录", "公众提示"],
    jobs(visit, it) {
      const openRow = async (tab: string): Promise<void> => {
        const { page } = visit();
        await page.getByRole("tab", { name: tab }).click();
        await page.getByRole("tabpanel").locator("tr[data-row-key]").first().click();
        await page.getByRole("dialog").waitFor();
      };

      it("says that a line is not theirs, and sees that the carrier is to verify it", async () => {
        const { page, act, look, closeSheet } = visit();
        await openRow("线路 4");
        await look();
        await act("不是我的", "这个号码不是我办的");
        await page.getByRole("dialog").getByText("持有人称非本人所办").first().waitFor();
        await closeSheet();
      });

      it("objects to the sanction, and sees by when it is decided", async () => {
        const { page, act, look, closeSheet } = visit();
        await openRow("惩戒 1");
        await act("提出异议", "卡被他人使用");
        await page.getByRole("dialog").getByText("已提出").first().waitFor();
        await closeSheet();
        await page.getByRole("tab", { name: "异议 1" }).click();
        const row = page.getByRole("row").filter({ hasText: "卡被他人使用" });
        expect(await row.innerText()).toMatch(
          /\d{4}-\d{2}-\d{2} \d{2}:\d{2}.*\d{4}-\d{2}-\d{2} \d{2}:\d{2}/s,
        );
        await look();
      });

      it("reads by name, not by code, which institution has looked at them", async () => {
        const { page, goTo, read } = visit();
        await desk().hub.ask(LOOK, {
          as: "bank-risk",
          purpose: "ONGOING_REVIEW",
          variables: { document: desk().hub.people.ringMember.document },
        });
        await goTo("访问记录");
        await read();
        // A record is found a moment after its answer has left.
        while ((await page.locator("tr[data-row-key]").filter({ hasText: "银行" }).count()) === 0) {
          await goTo("我的");
          await goTo("访问记录");
          await read();
        }
        const institutions = await page.locator("tr[data-row-key] td:nth-child(2)").allInnerTexts();
        expect(institutions.filter(shown => /^\w+$/.test(shown))).toEqual([]);
        await goTo("我的");
      });

      it("sees that a carrier has put them on its blacklist and why, and objects to that", async () => {
        const { page, goTo, act, look } = visit();
        const me = await desk().hub.ask("{ me { view } }", { as: "person" });
        const subjectId = (me.data?.me.view as string).replace("person:", "");
        const { errors } = await desk().hub.ask(BLACKLIST, {
          as: "carrier-risk",
          variables: { input: { carrier: "C01", subjectId, reason: "多次转卖电话卡" } },
        });
        expect(errors).toBeUndefined();
        await goTo("公众提示");
        await goTo("我的");
        await page.getByRole("tab", { name: "黑名单 1" }).click();
        await page.getByRole("row").filter({ hasText: "多次转卖电话卡" }).waitFor();
        await look();
        await act("提出异议", "卡已遗失");
        await page.getByRole("tab", { name: "异议 2" }).click();
        await page.getByRole("row").filter({ hasText: "卡已遗失" }).waitFor();
      });
    },
  });
}
