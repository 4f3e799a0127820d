import type { BrowserContext, Page, Route } from "playwright-core";
import { findBarriers } from "./support/findBarriers";
import { findNamelessTexts } from "./support/findNamelessTexts";
import { openDesk, type ConsoleDesk } from "./support/consoleDesk";
import type { Visit } from "./support/visit";

jest.setTimeout(120_000); // a whole hub and a browser, on a machine that others use too

const POLICE = "公安机关";
const OFFICER = "investigator";

let desk: ConsoleDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Cuts the browser off from the issuers, until the function that it gives is called. */
async function loseIssuers(context: BrowserContext): Promise<() => Promise<void>> {
  const address = `${desk.hub.identityProvider}/**`;
  const lose = (route: Route): Promise<void> => route.abort();
  await context.route(address, lose);
  return () => context.unroute(address, lose);
}

/** From now on the hub is asked with a token that it does not take, as after the end of a sign-in. */
async function endSignIn(page: Page): Promise<() => Promise<void>> {
  const strip = async (route: Route): Promise<void> =>
    route.continue({ headers: { ...route.request().headers(), authorization: "Bearer over" } });
  await page.route("**/graphql", strip);
  return () => page.unroute("**/graphql", strip);
}

async function look(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await findNamelessTexts(page)).toEqual([]);
}

const choose = (page: Page): Promise<void> =>
  page.locator(".issuers button").filter({ hasText: POLICE }).click();
const signInAs = (page: Page, user: string): Promise<void> => page.locator(`button[value="${user}"]`).click();

describe("somebody who wants to sign in", () => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await desk.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  it("is told that the hub cannot be reached, and gets in by trying again", async () => {
    await page.route("**/console/config.json", route => route.abort());
    await page.goto(desk.hub.gateway);
    await page.getByRole("alert").getByText("连接不到系统。").waitFor();
    await look(page);
    await page.unroute("**/console/config.json");
    await page.getByRole("button", { name: "重试" }).click();
    await choose(page);
    await signInAs(page, OFFICER);
    await page.locator(".frame").waitFor();
  });

  it("is told that the issuer does not answer, and gets to the page asked for by trying again", async () => {
    const find = await loseIssuers(context);
    await page.goto(`${desk.hub.gateway}/#/warnings`);
    await choose(page);
    await page
      .getByRole("alert")
      .getByText(/公安机关.*的登录服务没有响应/)
      .waitFor();
    await look(page);
    await find();
    await page.getByRole("button", { name: "重试" }).click();
    await signInAs(page, OFFICER);
    await page.locator("nav a[aria-current]").getByText("公众提示").waitFor();
  });

  it("is told so as well when the issuer goes away after the password, and need not give it again", async () => {
    await page.goto(`${desk.hub.gateway}/#/warnings`);
    await choose(page);
    await page.locator(`button[value="${OFFICER}"]`).waitFor();
    await page.route("**/token", route => route.abort());
    await signInAs(page, OFFICER);
    await page
      .getByRole("alert")
      .getByText(/的登录服务没有响应/)
      .waitFor();
    expect(new URL(page.url()).search).toBe("");
    await page.unroute("**/token");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator("nav a[aria-current]").getByText("公众提示").waitFor();
  });

  it("keeps the sign-in while the hub does not answer who they are", async () => {
    await page.goto(desk.hub.gateway);
    await page.route("**/graphql", route => route.abort());
    await choose(page);
    await signInAs(page, OFFICER);
    await page.getByRole("alert").getByText("连接不到系统。").waitFor();
    await page.unroute("**/graphql");
    const loseIssuer = await loseIssuers(context);
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".frame").waitFor();
    await loseIssuer();
  });

  it("is told that the sign-in was refused, and can try again", async () => {
    await page.route("**/auth?**", route => {
      const asked = new URL(route.request().url()).searchParams;
      const back = new URL(asked.get("redirect_uri")!);
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("state", asked.get("state")!);
      return route.fulfill({ status: 303, headers: { location: back.href } });
    });
    await page.goto(desk.hub.gateway);
    await choose(page);
    await page
      .getByRole("alert")
      .getByText(/登录已取消或被拒绝/)
      .waitFor();
    await look(page);
    await page.unroute("**/auth?**");
    await page.getByRole("button", { name: "重试" }).click();
    await signInAs(page, OFFICER);
    await page.locator(".frame").waitFor();
  });

  it("is told that an address of another tab's sign-in is over, and is not signed in by it", async () => {
    await page.goto(`${desk.hub.gateway}/?code=somebody-elses&state=not-of-this-tab`);
    await page
      .getByRole("alert")
      .getByText(/这次登录已失效/)
      .waitFor();
    expect(new URL(page.url()).search).toBe("");
    await choose(page);
    await signInAs(page, OFFICER);
    await page.locator(".frame").waitFor();
  });

  it("is told the same of a code that comes a second time, and signs in anew from there", async () => {
    const codes: string[] = [];
    page.on("request", request => {
      if (request.url().startsWith(`${desk.hub.gateway}/?code=`)) codes.push(request.url());
    });
    await page.goto(desk.hub.gateway);
    await choose(page);
    await signInAs(page, OFFICER);
    await page.locator(".frame").waitFor();
    await page.goto(codes[0]!);
    await page
      .getByRole("alert")
      .getByText(/这次登录已失效/)
      .waitFor();
    await choose(page);
    await signInAs(page, OFFICER);
    await page.locator(".frame").waitFor();
  });

  it("leaves the desk to a colleague of the same institution, who signs in as themselves", async () => {
    await page.goto(desk.hub.gateway);
    await choose(page);
    await signInAs(page, OFFICER);
    await page.locator("button.caller").click();
    await page.getByRole("menuitem", { name: "退出" }).click();
    await choose(page);
    await signInAs(page, "authority");
    await page.locator("button.caller").getByText("authority").waitFor();
  });

  it("comes back from the issuer's page by the browser's arrow and may choose another institution", async () => {
    await page.goto(desk.hub.gateway);
    await choose(page);
    await page.locator(`button[value="${OFFICER}"]`).waitFor();
    await page.goBack();
    await page.locator(".issuers button").first().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("somebody whose sign-in ends in the middle of work", () => {
  const TYPED = "两张卡同日开立，先登记待核";
  const ASKED_FOR = "公众提示";
  const CASE = "A110100-2026-017";
  let visit: Visit;
  beforeEach(async () => {
    visit = await desk.visit(OFFICER);
    const { page } = visit;
    await page.getByRole("row").filter({ hasText: CASE }).getByRole("button", { name: "以此案办理" }).click();
    await page.locator("h1").filter({ hasText: CASE }).waitFor();
    await visit.read();
    await page.keyboard.press("/");
    await page.keyboard.type(TYPED);
  });
  afterEach(() => visit.page.context().close());

  it("signs in again in a window beside the page: what was typed stands there, and what was asked is answered", async () => {
    const { page } = visit;
    const restore = await endSignIn(page);
    await visit.goTo(ASKED_FOR);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("本页内容没有丢失").waitFor();
    await look(page);
    await restore();
    const opened = page.waitForEvent("popup");
    await dialog.getByRole("button", { name: "在新窗口中登录" }).click();
    await opened;
    // The issuer still knows them, so the window comes back by itself.
    await dialog.waitFor({ state: "hidden" });
    await visit.read();
    expect(await page.locator("main article, main p").count()).toBeGreaterThan(0);
    expect(await page.locator("main .fault").count()).toBe(0);
    expect(await page.locator("#search").inputValue()).toBe(TYPED);
    expect(await page.locator(".purpose").innerText()).toContain(CASE);
  });

  it("is told when the issuer is away then, and goes on once it is back", async () => {
    const { page } = visit;
    const restore = await endSignIn(page);
    const find = await loseIssuers(page.context());
    await visit.goTo(ASKED_FOR);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "在新窗口中登录" }).click();
    await dialog.getByText(/的登录服务没有响应/).waitFor();
    await look(page);
    await find();
    await restore();
    await dialog.getByRole("button", { name: "重试" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("#search").inputValue()).toBe(TYPED);
  });

  it("does not hand the work to somebody else who signs in at the same desk", async () => {
    const { page } = visit;
    const context = page.context();
    const restore = await endSignIn(page);
    await visit.goTo(ASKED_FOR);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await restore();
    await context.clearCookies();
    const first = page.waitForEvent("popup");
    await dialog.getByRole("button", { name: "在新窗口中登录" }).click();
    await signInAs(await first, "authority");
    await dialog.getByText("登录的是另一个人。").waitFor();
    const second = page.waitForEvent("popup");
    await dialog.getByRole("button", { name: "重试" }).click();
    await signInAs(await second, OFFICER);
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("#search").inputValue()).toBe(TYPED);
  });
});
