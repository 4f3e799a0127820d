import { AccountStatus } from "../../../subgraphs/banking/types/enums";
import { eachStore } from "../../support/databases";
import { bank, createBankingHub, police, type BankingHub } from "./bankingHub";
import { INSTITUTIONS } from "./bankingWorld";
import { account, EMPTY_CHUNK, person, restriction } from "./worldParts";

const HOLDER = person(101);
const QUERY = `query ($id: ID!, $kinds: [AccountKind!], $statuses: [AccountStatus!], $first: Int! = 100, $after: String) {
  subjectById(id: $id) { accounts(kinds: $kinds, statuses: $statuses, first: $first, after: $after) {
    totalCount nodes { number status openedOn } pageInfo { hasNextPage endCursor } } } }`;

/** One account for each status that can be derived, some of them masked by a stronger one. */
const ACCOUNTS = [
  account("622202000100", HOLDER, { openedOn: "2020-01-01" }),
  account("622202000101", HOLDER, { openedOn: "2020-01-01", status: "DORMANT" }),
  account("622202000102", HOLDER, { openedOn: "2020-01-02", status: "CLOSED", closedOn: "2021-01-01" }),
  account("622202000103", HOLDER, { openedOn: "2020-01-03", restrictions: [restriction(11)] }),
  account("622202000104", HOLDER, {
    openedOn: "2020-01-04",
    restrictions: [restriction(12), restriction(13, { kind: "STOP_PAYMENT" })],
  }),
  account("622202000105", HOLDER, {
    openedOn: "2020-01-05",
    restrictions: [restriction(14, { kind: "STOP_PAYMENT" }), restriction(15, { kind: "FREEZE" })],
  }),
  account("Z0100000105", HOLDER, {
    openedOn: "2020-01-06",
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    restrictions: [restriction(16, { kind: "FREEZE" }), restriction(17, { kind: "SUSPEND_ALL_PAYMENT" })],
  }),
  account("622202000106", HOLDER, {
    openedOn: "2020-01-07",
    restrictions: [restriction(18, { endsAt: "2026-11-24T04:00:00.000Z" })],
  }),
];

eachStore("banking", open => {
  let hub: BankingHub;
  let id: string;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write({ ...EMPTY_CHUNK, institutions: INSTITUTIONS, accounts: ACCOUNTS });
    id = hub.tokenOf(HOLDER);
  });

  const ask = async (variables: Record<string, unknown>, claims = police()) =>
    (await hub.ask(claims, QUERY, { id, ...variables })).data.subjectById.accounts;

  test("page sizes of none and of too many are refused, and so is a cursor of another list", async () => {
    for (const [variables, code] of [
      [{ first: 0 }, "BAD_INPUT"],
      [{ first: 501 }, "LIMIT_EXCEEDED"],
      [{ after: "no cursor" }, "BAD_INPUT"],
      [{ after: Buffer.from("[1]").toString("base64url") }, "BAD_INPUT"],
      [{ after: Buffer.from('["x","y"]').toString("base64url") }, "BAD_INPUT"],
    ] as const)
      expect((await hub.ask(police(), QUERY, { id, ...variables })).code).toBe(code);
  });

  test("a filter by any status lets exactly the accounts through that show it, and counts them", async () => {
    const all = await ask({});
    expect(all.nodes.map((one: { status: string }) => one.status).sort()).toEqual(
      [
        ...["NORMAL", "NORMAL", "DORMANT", "CLOSED", "NON_COUNTER_SUSPENDED"],
        ...["STOP_PAYMENT", "FROZEN", "ALL_SUSPENDED"],
      ].sort(),
    );
    for (const status of Object.values(AccountStatus)) {
      const filtered = await ask({ statuses: [status] });
      const shown = all.nodes.filter((one: { status: AccountStatus }) => one.status === status);
      expect(filtered.nodes).toEqual(shown);
      expect(filtered.totalCount).toBe(shown.length);
    }
  });

  test("a restriction ends at its moment, and the filter ends with it", async () => {
    hub.setNow(new Date("2026-11-24T03:59:59.999Z"));
    const before = await ask({ statuses: ["NON_COUNTER_SUSPENDED"] });
    hub.setNow(new Date("2026-11-24T04:00:00.000Z"));
    const after = await ask({ statuses: ["NON_COUNTER_SUSPENDED"] });
    expect([before.totalCount, after.totalCount]).toEqual([2, 1]);
  });

  test("kinds and statuses hold together, and an empty choice is no choice", async () => {
    expect((await ask({ kinds: ["PAYMENT_ACCOUNT"], statuses: ["NORMAL"] })).totalCount).toBe(0);
    expect((await ask({ kinds: ["PAYMENT_ACCOUNT"], statuses: ["ALL_SUSPENDED"] })).totalCount).toBe(1);
    expect((await ask({ kinds: [], statuses: [] })).totalCount).toBe(ACCOUNTS.length);
  });

  test.each([1, 3, 8])("pages of %i give every account once, in order, with the whole count", async first => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await ask({ first, after });
      expect(page.totalCount).toBe(ACCOUNTS.length);
      seen.push(...page.nodes.map((one: { number: string }) => one.number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const whole = await ask({});
    expect(seen).toEqual(whole.nodes.map((one: { number: string }) => one.number));
    expect(new Set(seen).size).toBe(ACCOUNTS.length);
  });

  test("the bank's count is of its own accounts alone", async () => {
    expect((await ask({}, bank())).totalCount).toBe(ACCOUNTS.length - 1);
    expect((await ask({ statuses: ["ALL_SUSPENDED"] }, bank())).totalCount).toBe(0);
  });
});
