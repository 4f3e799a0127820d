import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import { withAllScopes } from "../../support/claims";
import { eachStore } from "../../support/databases";
import {
  authority,
  bank,
  createBankingHub,
  police,
  regulator,
  self,
  wallet,
  type BankingHub,
} from "./bankingHub";
import { BANKING_WORLD, NUMBERS, ORDERS, PEOPLE } from "./bankingWorld";
import { NOW } from "./worldParts";

const ORDER_LIST = `query ($i: ID!, $status: OrderStatus, $kinds: [AccountOrderKind!], $due: DateTime, $first: Int! = 50, $after: String) {
  accountOrders(institution: $i, status: $status, kinds: $kinds, dueBefore: $due, first: $first, after: $after) {
    totalCount nodes { id status account { number } reason { ruleId } } pageInfo { hasNextPage endCursor } } }`;
const CLEAN_UP = `query ($i: ID!, $first: Int! = 50, $after: String) { accountCleanUpList(institution: $i, first: $first, after: $after) {
  nodes { subject { id } institution { code } cards above } pageInfo { hasNextPage endCursor } } }`;
const FIGURES = `query ($by: AccountabilityKey!, $i: ID, $region: String, $from: Date, $to: Date, $first: Int! = 50, $after: String) {
  accountAccountability(by: $by, institution: $i, region: $region, from: $from, to: $to, first: $first, after: $after) {
    key name opened restricted involved involvedPerTenThousand } }`;
const CHANGES = `query ($i: ID, $first: Int! = 100, $after: String) { bankingChanges(institution: $i, first: $first, after: $after) {
  nodes { sequence kind subject { id } account { id } order { id } } pageInfo { hasNextPage endCursor } } }`;

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  describe("the queue of orders", () => {
    const queue = async (variables: Record<string, unknown> = {}, claims = bank()) =>
      (await hub.ask(claims, ORDER_LIST, { i: "102", ...variables })).data.accountOrders;
    const idsOf = ({ nodes }: { nodes: { id: string }[] }): string[] => nodes.map(({ id }) => id);

    test("another institution's queue is refused, to police too", async () => {
      for (const claims of [bank("103"), withAllScopes(police()), wallet()])
        expect((await hub.ask(claims, ORDER_LIST, { i: "102" })).code).toBe("FORBIDDEN");
    });

    test("holds what is still to be done, a refused restoration too, the next one due first, and its whole count on every page", async () => {
      const whole = await queue();
      expect(idsOf(whole)).toEqual([ORDERS.late, ORDERS.waiting, ORDERS.owed]);
      expect(whole.totalCount).toBe(3);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await queue({ first: 2, after });
        expect(page.totalCount).toBe(3);
        seen.push(...idsOf(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(idsOf(whole));
    });

    test("is narrowed by status, kind and due time together", async () => {
      const open = await queue({ status: "DELIVERED", due: "2026-11-28T00:00:00.000Z" });
      expect(idsOf(open)).toEqual([ORDERS.late]);
      expect(open.totalCount).toBe(1);
      expect(idsOf(await queue({ kinds: ["RESTORE"], status: "EXECUTED" }))).toEqual([ORDERS.restored]);
      expect(idsOf(await queue({ status: "REFUSED" }))).toEqual([ORDERS.refused, ORDERS.owed]);
      expect((await queue({ kinds: [] })).totalCount).toBe(3);
      expect((await queue({ due: NOW.toISOString(), first: 1 })).totalCount).toBe(1);
      expect(open.nodes[0]).toMatchObject({
        account: { number: "6222020000080001" },
        reason: { ruleId: "suspendFiveYears" },
      });
    });
  });

  describe("the clean-up list", () => {
    const list = async (variables: Record<string, unknown> = {}) =>
      (await hub.ask(bank(), CLEAN_UP, { i: "102", ...variables })).data.accountCleanUpList;

    test("of another bank is refused", async () => {
      expect((await hub.ask(bank("103"), CLEAN_UP, { i: "102" })).code).toBe("FORBIDDEN");
    });

    test("names holders of more than four cards, most cards first; exempt and closed ones do not count", async () => {
      expect((await list()).nodes).toEqual([
        { subject: { id: hub.tokenOf(PEOPLE.sixCards) }, institution: { code: "102" }, cards: 6, above: 2 },
        { subject: { id: hub.tokenOf(PEOPLE.fiveCards) }, institution: { code: "102" }, cards: 5, above: 1 },
      ]);
    });

    test("is paged", async () => {
      const first = await list({ first: 1 });
      expect(first.pageInfo.hasNextPage).toBe(true);
      const second = await list({ first: 1, after: first.pageInfo.endCursor });
      expect(second.nodes.map((one: { cards: number }) => one.cards)).toEqual([5]);
      expect(second.pageInfo.hasNextPage).toBe(false);
    });
  });

  describe("who opens the card is responsible", () => {
    const figures = async (claims: RequestClaims, variables: Record<string, unknown>) =>
      (await hub.ask(claims, FIGURES, variables)).data.accountAccountability;

    test("a county officer is refused, a bank sees its own and of others nothing", async () => {
      expect((await hub.ask(police(), FIGURES, { by: "OUTLET" })).code).toBe("FORBIDDEN");
      expect(await figures(bank(), { by: "INSTITUTION", i: "103" })).toEqual([]);
      const own = await figures(bank(), { by: "INSTITUTION" });
      expect(own.map((one: { key: string }) => one.key)).toEqual(["102"]);
      expect(await figures(withAllScopes(self(hub.tokenOf(PEOPLE.customer))), { by: "AGENT" })).toBeNull();
    });

    test("the highest rate of involvement comes first, by outlet, agent, institution and region", async () => {
      const outlets = await figures(authority(), { by: "OUTLET" });
      expect(outlets[0]).toEqual({
        key: "102/102-3",
        name: "华衡银行网点3",
        opened: 1,
        restricted: 1,
        involved: 1,
        involvedPerTenThousand: 10_000,
      });
      expect(outlets.map((one: { key: string; opened: number }) => `${one.key} ${one.opened}`)).toEqual([
        "102/102-3 1",
        "102/102-1 6",
        "102/102-2 5",
        "103/103-1 1",
        "103/103-2 1",
      ]);
      const agents = await figures(regulator(), { by: "AGENT" });
      expect(agents).toMatchObject([{ key: "102/102-AG1", name: "顺联商贸", opened: 1 }]);
      const [bank102] = await figures(regulator(), { by: "INSTITUTION" });
      expect(bank102).toMatchObject({ key: "102", name: "华衡银行", opened: 26, restricted: 1, involved: 1 });
      expect(bank102.involvedPerTenThousand).toBeCloseTo(10_000 / 26);
    });

    test("region, institution and days of opening narrow it; a province stands for its parts", async () => {
      const opened = async (variables: Record<string, unknown>): Promise<number> =>
        (await figures(authority(), { by: "INSTITUTION", ...variables })).reduce(
          (sum: number, one: { opened: number }) => sum + one.opened,
          0,
        );
      expect(await opened({ region: "990103" })).toBe(1);
      expect(await opened({ region: "990000" })).toBe(await opened({}));
      expect(await opened({ region: "110000" })).toBe(0);
      expect(await opened({ i: "103" })).toBe(2);
      expect(await opened({ i: "102", from: "2017-09-04", to: "2017-09-04" })).toBe(1);
      expect(await opened({ i: "102", to: "2017-09-03" })).toBe(0);
      expect((await hub.ask(authority(), FIGURES, { by: "REGION", region: "99%" })).code).toBe("BAD_INPUT");
    });

    test("pages go on after the key of the last entry, also among equal rates", async () => {
      const whole = await figures(authority(), { by: "OUTLET" });
      const seen: unknown[] = [];
      let after: string | null = null;
      for (;;) {
        const page: { key: string }[] = await figures(authority(), { by: "OUTLET", first: 2, after });
        if (page.length === 0) break;
        seen.push(...page);
        after = page.at(-1)!.key;
      }
      expect(seen).toEqual(whole);
    });
  });

  describe("the record of an institution", () => {
    const record = async (claims: RequestClaims, code: string) =>
      (
        await hub.entity(
          claims,
          { __typename: "Institution", code },
          "accountRecord { overdueOrders medianHoursToExecute medianHoursToRestore involvedPerTenThousand }",
        )
      ).data;

    test("of another institution is null for a bank", async () => {
      expect(await record(bank("103"), "102")).toEqual({ accountRecord: null });
      expect(await record(regulator(), "C01")).toBeNull();
    });

    test("counts what is late and how fast it executes and restores", async () => {
      const { accountRecord } = await record(bank(), "102");
      expect(accountRecord).toMatchObject({
        overdueOrders: 1,
        medianHoursToExecute: 12,
        medianHoursToRestore: 2,
      });
      expect(accountRecord.involvedPerTenThousand).toBeCloseTo(10_000 / 26);
      expect((await record(regulator(), "104")).accountRecord).toEqual({
        overdueOrders: 0,
        medianHoursToExecute: null,
        medianHoursToRestore: null,
        involvedPerTenThousand: 0,
      });
    });
  });

  describe("the feed", () => {
    beforeAll(async () => {
      const account = hub.accountId({ institution: "102", number: NUMBERS.customer });
      const subject = hub.tokenOf(PEOPLE.customer);
      const change = (audience: string, sequence: number, institution: string) =>
        sql`insert into banking.change (audience, sequence, at, kind, institution, subject_id, account_id, order_id)
          values (${audience}, ${sequence}, now(), 'ORDER_ISSUED', ${institution}, ${subject}, ${account}, ${ORDERS.waiting})`.execute(
          hub.database.db,
        );
      for (const sequence of [1, 2, 3]) await change("police", sequence, sequence === 2 ? "103" : "102");
      await change("bank:102", 1, "102");
    });
    const feed = async (claims: RequestClaims, variables: Record<string, unknown> = {}) =>
      (await hub.ask(claims, CHANGES, variables)).data.bankingChanges;
    const sequences = ({ nodes }: { nodes: { sequence: string }[] }): string[] =>
      nodes.map(({ sequence }) => sequence);

    test("is each audience's own; another institution's changes are not in it", async () => {
      expect(sequences(await feed(bank("103")))).toEqual([]);
      expect(sequences(await feed(bank(), { i: "103" }))).toEqual([]);
      expect(sequences(await feed(bank()))).toEqual(["1"]);
      expect(sequences(await feed(police()))).toEqual(["1", "2", "3"]);
      expect(sequences(await feed(police(), { i: "102" }))).toEqual(["1", "3"]);
    });

    test("names what changed, and goes on after a cursor", async () => {
      const page = await feed(police(), { first: 2 });
      expect(page.nodes[0]).toMatchObject({
        kind: "ORDER_ISSUED",
        subject: { id: hub.tokenOf(PEOPLE.customer) },
        account: { id: hub.accountId({ institution: "102", number: NUMBERS.customer }) },
        order: { id: ORDERS.waiting },
      });
      expect(sequences(await feed(police(), { after: page.pageInfo.endCursor }))).toEqual(["3"]);
      expect((await hub.ask(police(), CHANGES, { after: "3" })).code).toBe("BAD_INPUT");
    });
  });
});
