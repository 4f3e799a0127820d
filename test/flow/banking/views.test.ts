import type { RequestClaims } from "../../../schema/contract/claims";
import { claimsOf, withAllScopes } from "../../support/claims";
import { eachStore } from "../../support/databases";
import {
  authority,
  bank,
  carrier,
  createBankingHub,
  police,
  regulator,
  self,
  wallet,
  type BankingHub,
} from "./bankingHub";
import { BANKING_WORLD, CUSTOMER_NAME, NUMBERS, ORDERS, PEOPLE, PHONE } from "./bankingWorld";
import { CASE_NUMBER, order, uuid } from "./worldParts";

const ACCOUNTS = `query ($id: ID!) { subjectById(id: $id) { accounts { totalCount nodes { id number maskedNumber } } } }`;
const COUNTS = `query ($id: ID!) { subjectById(id: $id) { accountCounts { institution { code name } kind accountClass open } } }`;
const COVERAGE = `query ($id: ID!) { subjectById(id: $id) { bankingCoverage { institution { code } state asOf } } }`;
const IDENTITY = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { kind documentType maskedNumber name } } }`;
const POLICE_FIELDS = `query ($id: ID!) { subjectById(id: $id) { linkedAccounts { truncated } legalRepresentative { id }
  representedUnits { id } accounts { nodes { transfers { nodes { id } } fundTrail { truncated } } } } }`;

/** On an account of somebody else's; the last one has been executed. */
const SECRETS = [
  order(uuid(201), { kind: "SUPPLY_STATEMENT", status: "ISSUED" }),
  order(uuid(202), { kind: "SUPPLY_STATEMENT", status: "EXECUTED", executedAt: "2026-11-20T02:00:00.000Z" }),
  order(uuid(203), { kind: "STOP_PAYMENT", status: "ISSUED" }),
  order(uuid(204), { kind: "FREEZE", status: "DELIVERED" }),
  order(uuid(205), { kind: "FREEZE", status: "EXECUTED", executedAt: "2026-11-20T02:00:00.000Z" }),
  order(uuid(206), { kind: "STOP_PAYMENT", status: "REFUSED", causeId: uuid(210) }),
];

eachStore("banking", open => {
  let hub: BankingHub;
  let customer: string;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    const accounts = BANKING_WORLD.accounts.map(account =>
      account.holder === PEOPLE.elsewhere ? { ...account, orders: SECRETS } : account,
    );
    await hub.write({ ...BANKING_WORLD, accounts });
    customer = hub.tokenOf(PEOPLE.customer);
  });

  const accountsFor = async (claims: RequestClaims, id = customer) =>
    (await hub.ask(claims, ACCOUNTS, { id })).data.subjectById.accounts;
  const numbersFor = async (claims: RequestClaims, id = customer): Promise<string[]> =>
    (await accountsFor(claims, id)).nodes.map((account: { number: string }) => account.number);
  const countsFor = async (claims: RequestClaims, id = customer): Promise<unknown[][] | null> =>
    (await hub.ask(claims, COUNTS, { id })).data.subjectById.accountCounts?.map(
      (count: {
        institution: { code: string };
        kind: string | null;
        accountClass: string | null;
        open: number;
      }) => [count.institution.code, count.kind, count.accountClass, count.open],
    ) ?? null;
  const statesFor = async (claims: RequestClaims, id = customer): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await hub.ask(claims, COVERAGE, { id })).data.subjectById.bankingCoverage.map(
        (answer: { institution: { code: string }; state: string }) => [answer.institution.code, answer.state],
      ),
    );

  test("a carrier that asks for accounts is refused, and with every scope it still sees none", async () => {
    expect(await hub.ask(carrier(), ACCOUNTS, { id: customer })).toEqual({
      data: undefined,
      code: "FORBIDDEN",
    });
    const all = withAllScopes(carrier());
    expect(await accountsFor(all)).toEqual({ totalCount: 0, nodes: [] });
    expect(await countsFor(all)).toBeNull();
    expect((await hub.ask(all, IDENTITY, { id: customer })).data.subjectById.bankingIdentity).toBeNull();
  });

  test("a bank asking for another bank's customer gets what it gets for somebody nobody knows", async () => {
    const ask = (id: string) =>
      hub.ask(bank(), `${ACCOUNTS.slice(0, -3)} bankingIdentity { name } } }`, { id });
    const elsewhere = await ask(hub.tokenOf(PEOPLE.elsewhere));
    expect(elsewhere).toEqual(await ask(hub.tokenOf(PEOPLE.stranger)));
    expect(elsewhere.data.subjectById).toEqual({
      accounts: { totalCount: 0, nodes: [] },
      bankingIdentity: null,
    });
  });

  test("a person who asks for another is answered nobody, with every scope too", async () => {
    const other = withAllScopes(self(hub.tokenOf(PEOPLE.elsewhere)));
    expect((await hub.ask(other, ACCOUNTS, { id: customer })).data).toEqual({ subjectById: null });
    const entity = await hub.entity(other, { __typename: "Subject", id: customer }, "id");
    expect(entity).toEqual({ data: null, code: undefined });
    const id = hub.accountId({ institution: "102", number: NUMBERS.customer });
    expect((await hub.entity(other, { __typename: "Account", id }, "id")).data).toBeNull();
  });

  test("an officer without an institution in their token sees nothing at all", async () => {
    const nobody = withAllScopes(claimsOf({ kind: "BANK", institution: null }));
    expect((await hub.ask(nobody, ACCOUNTS, { id: customer })).data).toEqual({ subjectById: null });
  });

  test("links, money and representatives are null for all but the police, whatever their scopes", async () => {
    for (const claims of [bank(), wallet(), self(customer)]) {
      const { data } = await hub.ask(withAllScopes(claims), POLICE_FIELDS, { id: customer });
      const { accounts, ...fields } = data.subjectById;
      expect(fields).toEqual({ linkedAccounts: null, legalRepresentative: null, representedUnits: null });
      for (const account of accounts.nodes) expect(account).toEqual({ transfers: null, fundTrail: null });
    }
  });

  test("an entity of another institution is absent on every road: account, order, transfer, line", async () => {
    const all = withAllScopes(bank("103"));
    const id = hub.accountId({ institution: "102", number: NUMBERS.customer });
    const unknown = hub.accountId({ institution: "102", number: "0000000" });
    const asked = await hub.entity(all, { __typename: "Account", id }, "id number");
    expect(asked).toEqual(await hub.entity(all, { __typename: "Account", id: unknown }, "id number"));
    expect(asked.data).toBeNull();
    const order = await hub.entity(all, { __typename: "AccountOrder", id: ORDERS.waiting }, "id");
    expect(order.data).toBeNull();
    const line = await hub.entity(all, { __typename: "PhoneLine", number: PHONE }, "reservedBy { id }");
    expect(line.data).toEqual({ reservedBy: null });
  });

  test("police see all accounts in full, oldest first, the bank its own, the wallet its own", async () => {
    const { customer: card, customerPassbook, customerClosed, customerAt103, customerWallet } = NUMBERS;
    expect(await numbersFor(police())).toEqual([
      card,
      customerPassbook,
      customerClosed,
      customerAt103,
      customerWallet,
    ]);
    expect(await numbersFor(bank())).toEqual([card, customerPassbook, customerClosed]);
    expect(await numbersFor(bank("103"))).toEqual([customerAt103]);
    expect(await numbersFor(wallet())).toEqual([customerWallet]);
  });

  test("the person sees their own accounts masked, and no reserved phone", async () => {
    const { totalCount, nodes } = await accountsFor(withAllScopes(self(customer)));
    expect(totalCount).toBe(5);
    expect(nodes[0]).toEqual({ id: expect.any(String), number: null, maskedNumber: "************0001" });
    const query = `query ($id: ID!) { subjectById(id: $id) { accounts { nodes { reservedPhone { number } } } } }`;
    const { data } = await hub.ask(self(customer), query, { id: customer });
    expect(new Set(data.subjectById.accounts.nodes.map((one: object) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ reservedPhone: null })]),
    );
  });

  test("the bank sees the reserved phone and the holder of its own account", async () => {
    const query = `query { account(number: "${NUMBERS.customer}") { reservedPhone { number } holder { id } openedAt { code name agent } } }`;
    const { data } = await hub.ask(bank(), query);
    expect(data.account).toEqual({
      reservedPhone: { number: PHONE },
      holder: { id: customer },
      openedAt: { code: "102-3", name: "华衡银行网点3", agent: "顺联商贸" },
    });
  });

  test("open accounts are counted in full for police, and for a bank its own with one total elsewhere", async () => {
    const own = [
      ["102", "DEBIT_CARD", "I", 1],
      ["102", "PASSBOOK", "II", 1],
    ];
    const full = [...own, ["103", "DEBIT_CARD", "II", 1], ["Z01", "PAYMENT_ACCOUNT", "III", 1]];
    const elsewhere = [["*", null, null, 2]];
    expect(await countsFor(police())).toEqual(full);
    expect(await countsFor(withAllScopes(regulator()))).toEqual(full);
    expect(await countsFor(self(customer))).toEqual(full);
    expect(await countsFor(bank())).toEqual([...own, ...elsewhere]);
    const reporting = bank("102", "bank-reporting");
    const scopes = [...reporting.caller.scopes, "subject:read"];
    expect(await countsFor({ ...reporting, caller: { ...reporting.caller, scopes } })).toEqual(own);
  });

  test("half a backfill reads NOT_ANSWERED to police though rows have come, and an old declaration STALE", async () => {
    expect(await statesFor(police(), hub.tokenOf(PEOPLE.backfilled))).toEqual({
      "102": "NONE",
      "103": "NONE",
      "104": "NOT_ANSWERED",
      "105": "STALE",
      Z01: "NONE",
    });
    expect(await statesFor(police())).toMatchObject({ "102": "FOUND", "103": "FOUND", Z01: "FOUND" });
  });

  test("everybody else learns who answered and never where something was found", async () => {
    const answered = {
      "102": "ANSWERED",
      "103": "ANSWERED",
      "104": "NOT_ANSWERED",
      "105": "STALE",
      Z01: "ANSWERED",
    };
    for (const claims of [bank(), wallet(), carrier()]) {
      expect(await statesFor(claims)).toEqual(answered);
      expect(await statesFor(claims, hub.tokenOf(PEOPLE.stranger))).toEqual(answered);
    }
    expect(await statesFor(self(customer))).toEqual(answered);
  });

  test("identity is for police, the holder's own institutions and the person", async () => {
    const identity = async (claims: RequestClaims) =>
      (await hub.ask(claims, IDENTITY, { id: customer })).data.subjectById.bankingIdentity;
    const known = { kind: "PERSON", documentType: "RESIDENT_ID", name: CUSTOMER_NAME };
    for (const claims of [police(), bank(), wallet(), self(customer)])
      expect(await identity(claims)).toMatchObject(known);
    expect((await identity(police())).maskedNumber).not.toContain(PEOPLE.customer.number.slice(6, 14));
    expect(await identity(bank("104"))).toBeNull();
    expect(await identity(carrier())).toBeNull();
  });

  test("the full document number is for who may read it", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { number } } }`;
    expect((await hub.ask(bank(), query, { id: customer })).code).toBe("FORBIDDEN");
    const { data } = await hub.ask(police(), query, { id: customer });
    expect(data.subjectById.bankingIdentity.number).toBe(PEOPLE.customer.number);
  });

  test("an account is looked up by its number, by police also without an institution", async () => {
    const query = `query ($i: ID, $n: String!) { account(institution: $i, number: $n) { id } }`;
    const id = hub.accountId({ institution: "103", number: NUMBERS.customerAt103 });
    const look = async (claims: RequestClaims, i: string | null) =>
      (await hub.ask(claims, query, { i, n: NUMBERS.customerAt103 })).data.account;
    expect(await look(police(), "103")).toEqual({ id });
    expect(await look(police(), null)).toEqual({ id });
    expect(await look(police(), "102")).toBeNull();
    expect(await look(bank(), null)).toBeNull();
    expect(await look(bank(), "103")).toBeNull();
    expect(await look(bank("103"), null)).toEqual({ id });
    expect((await hub.ask(police(), query, { i: null, n: "%' or 1=1" })).code).toBe("BAD_INPUT");
  });

  test("a document without its token is refused, and so are more than a thousand", async () => {
    const query = `query ($d: [IdentityDocumentInput!]!) { subjects(documents: $d) { id } }`;
    const document = { type: "RESIDENT_ID", number: "", token: customer };
    expect((await hub.ask(police(), query, { d: [{ ...document, token: null }] })).code).toBe("BAD_INPUT");
    expect((await hub.ask(police(), query, { d: [{ ...document, token: "x" }] })).code).toBe("BAD_INPUT");
    const many = new Array(1_001).fill(document);
    expect((await hub.ask(police(), query, { d: many })).code).toBe("LIMIT_EXCEEDED");
    const { data } = await hub.ask(police(), query, { d: many.slice(1) });
    expect(data.subjects).toHaveLength(1_000);
  });

  test("what stands on an account names its cause; what has been lifted is gone", async () => {
    const query = `query { account(number: "${NUMBERS.customer}") { status restrictions { kind causeId derivation { ruleId article } } orders { id account { id } } } }`;
    const { data } = await hub.ask(bank(), query);
    expect(data.account.status).toBe("FROZEN");
    expect(data.account.restrictions.map((one: { kind: string; causeId: string }) => one.kind)).toEqual([
      "FREEZE",
      "SUSPEND_NON_COUNTER",
    ]);
    expect(data.account.restrictions[0].causeId).toBe(CASE_NUMBER);
    expect(data.account.orders).toHaveLength(3);
  });

  test("a person is not tipped off: neither that a statement was asked for, nor of money to be held before it is", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { accounts { nodes { orders { id } } } } }`;
    const holder = hub.tokenOf(PEOPLE.elsewhere);
    const person = withAllScopes(self(holder));
    const seenBy = async (claims: RequestClaims) => {
      const { data } = await hub.ask(claims, query, { id: holder });
      return data.subjectById.accounts.nodes.flatMap(({ orders }: { orders: object[] }) => orders);
    };
    const [statement, sent, stop, freeze, held, refused] = SECRETS.map(({ id }) => ({ id }));
    for (const claims of [police(), bank("103")])
      expect(await seenBy(claims)).toEqual([statement, sent, stop, freeze, held, refused]);
    expect(await seenBy(person)).toEqual([held]);
    for (const { id } of SECRETS) {
      const seen = await hub.entity(person, { __typename: "AccountOrder", id }, "id");
      expect(seen.data).toEqual(id === held?.id ? held : null);
    }
  });

  test("a unit and its legal representative lead to each other, for the police", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { legalRepresentative { id } representedUnits { id } } }`;
    const unit = hub.tokenOf(PEOPLE.unit);
    expect((await hub.ask(authority(), query, { id: unit })).data.subjectById).toEqual({
      legalRepresentative: { id: customer },
      representedUnits: [],
    });
    expect((await hub.ask(police(), query, { id: customer })).data.subjectById).toEqual({
      legalRepresentative: null,
      representedUnits: [{ id: unit }],
    });
  });
});
