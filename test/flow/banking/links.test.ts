import { randomUUID } from "node:crypto";
import type { WorldAccount } from "../../../scripts/seed/worldModel";
import { SEARCH_BOUNDS } from "../../../subgraphs/banking/search/searchBounds";
import { eachStore } from "../../support/databases";
import { createBankingHub, police, type BankingHub } from "./bankingHub";
import { INSTITUTIONS, PHONE } from "./bankingWorld";
import { account, cards, EMPTY_CHUNK, person, subject, transfer } from "./worldParts";

const QUERY = `query ($ids: [IdentityDocumentInput!]!, $depth: Int! = 1, $first: Int! = 50, $via: [LinkKind!]) {
  subjects(documents: $ids) { linkedAccounts(depth: $depth, first: $first, via: $via) { truncated nodes {
    kind hops account { id number } holder { id } evidence { kind value firstSeen lastSeen } } } } }`;

interface Link {
  readonly kind: string;
  readonly hops: number;
  readonly account: { readonly id: string; readonly number: string };
  readonly holder: { readonly id: string };
  readonly evidence: readonly { kind: string; value: string; firstSeen: string; lastSeen: string }[];
}

const UNIT = { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" };
const ROOT = person(201);
const PHONE_MATE = person(202);
const DEVICE_MATE = person(203);
const OUTLET_MATE = person(204);
const AGENT_MATE = person(205);
const PAYEE = person(206);
const FAR = person(207);
const FARTHEST = person(208);
const LONER = person(209);
const NOMINEE = person(210);

const rootCard = account("622202020100", ROOT, {
  openedOn: "2024-05-06",
  outletCode: "102-3",
  reservedPhone: PHONE,
  deviceId: "dev-7",
});
const payeeCard = account("622202020105", PAYEE);
const farCard = account("622202020106", FAR, { deviceId: "dev-8" });
/** ROOT shares something with five people; over the payee's device FAR is two steps away, FARTHEST three. */
const RING: readonly WorldAccount[] = [
  rootCard,
  account("622202020199", ROOT, { reservedPhone: PHONE, deviceId: "dev-7" }),
  account("622202020101", PHONE_MATE, {
    reservedPhone: PHONE,
    openedOn: "2025-01-02",
    deviceId: "dev-7",
    status: "CLOSED",
    closedOn: "2025-03-04",
  }),
  account("622202020102", DEVICE_MATE, { deviceId: "dev-7" }),
  account("622202020103", OUTLET_MATE, { openedOn: "2024-05-06", outletCode: "102-3" }),
  account("622202020104", AGENT_MATE, { openedOn: "2023-05-06", outletCode: "102-3" }),
  payeeCard,
  account("622202020115", PAYEE, { deviceId: "dev-8" }),
  farCard,
  account("622202020107", FARTHEST, { reservedPhone: "14100000777" }),
  account("622202020117", FAR, { reservedPhone: "14100000777" }),
  account("102900000201", UNIT, { kind: "UNIT_SETTLEMENT" }),
  account("622202020108", LONER, { deviceId: "dev-loner" }),
];

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write({
      ...EMPTY_CHUNK,
      institutions: INSTITUTIONS,
      subjects: [subject(NOMINEE, "赵一"), subject(UNIT, "壳公司", NOMINEE)],
      accounts: RING,
      transfers: [transfer(1, rootCard, payeeCard), transfer(2, payeeCard, rootCard, { amount: "7.00" })],
    });
  });

  async function search(
    documents: readonly { type: string; number: string }[],
    variables: Record<string, unknown> = {},
  ) {
    const ids = documents.map(document => ({
      type: document.type,
      number: "",
      token: hub.tokenOf(document),
    }));
    const { data, code } = await hub.ask(police(), QUERY, { ids, ...variables });
    expect(code).toBeUndefined();
    return data.subjects.map((one: { linkedAccounts: unknown }) => one.linkedAccounts) as {
      truncated: boolean;
      nodes: Link[];
    }[];
  }
  const searchOne = async (
    document: { type: string; number: string },
    variables: Record<string, unknown> = {},
  ) => (await search([document], variables))[0]!;
  const reached = ({ nodes }: { nodes: Link[] }): string[] =>
    nodes.map(({ hops, kind, account: { number } }) => `${hops} ${kind} ${number}`);

  test("a depth of none or four, more than 200 links and more than ten people are refused", async () => {
    const one = { type: "RESIDENT_ID", number: "", token: hub.tokenOf(ROOT) };
    const refused = async (variables: Record<string, unknown>) =>
      (await hub.ask(police(), QUERY, { ids: [one], ...variables })).code;
    expect(await refused({ depth: 0 })).toBe("BAD_INPUT");
    expect(await refused({ depth: 4 })).toBe("BAD_INPUT");
    expect(await refused({ first: 201 })).toBe("LIMIT_EXCEEDED");
    const eleven = Array.from({ length: 11 }, (_, index) => ({
      ...one,
      token: hub.tokenOf(person(300 + index)),
    }));
    expect(await refused({ ids: eleven })).toBe("LIMIT_EXCEEDED");
    expect(await refused({ ids: eleven.slice(1) })).toBeUndefined();
  });

  test("what somebody shares with themself alone is no link", async () => {
    expect(await searchOne(LONER)).toEqual({ truncated: false, nodes: [] });
    expect(await searchOne(person(299))).toEqual({ truncated: false, nodes: [] });
  });

  test("one step finds each tie once, the strongest first, with the other's account and holder", async () => {
    const found = await searchOne(ROOT);
    expect(reached(found)).toEqual([
      "1 SHARED_DEVICE 622202020101",
      "1 SHARED_DEVICE 622202020102",
      "1 FUND_TRANSFER 622202020105",
      "1 SHARED_OUTLET_DAY 622202020103",
      "1 SHARED_AGENT 622202020104",
    ]);
    expect(found.truncated).toBe(false);
    expect(found.nodes.map(link => link.holder.id)).not.toContain(hub.tokenOf(ROOT));
    expect(found.nodes[0]!.holder.id).toBe(hub.tokenOf(PHONE_MATE));
    expect(found.nodes[0]!.account.id).toBe(hub.accountId({ institution: "102", number: "622202020101" }));
  });

  test("the evidence names everything between the two, and from when to when", async () => {
    const { nodes } = await searchOne(ROOT);
    expect(nodes[0]!.evidence).toEqual([
      { kind: "SHARED_DEVICE", value: "dev-7", firstSeen: "2025-01-02", lastSeen: "2025-03-04" },
      { kind: "SHARED_PHONE", value: PHONE, firstSeen: "2025-01-02", lastSeen: "2025-03-04" },
    ]);
    expect(nodes[2]!.evidence).toEqual([
      { kind: "FUND_TRANSFER", value: "T-1 1200.50", firstSeen: "2026-10-01", lastSeen: "2026-10-01" },
      { kind: "FUND_TRANSFER", value: "T-2 7.00", firstSeen: "2026-10-01", lastSeen: "2026-10-01" },
    ]);
    expect(nodes[3]!.evidence).toEqual([
      {
        kind: "SHARED_OUTLET_DAY",
        value: "102/102-3 2024-05-06",
        firstSeen: "2024-05-06",
        lastSeen: "2024-05-06",
      },
      { kind: "SHARED_AGENT", value: "102/102-AG1", firstSeen: "2024-05-06", lastSeen: "2024-05-06" },
    ]);
  });

  test("two and three steps go on from the people found, and the evidence tells the whole way", async () => {
    const found = await searchOne(ROOT, { depth: 3 });
    expect(reached(found).slice(5)).toEqual(["2 SHARED_DEVICE 622202020106", "3 SHARED_PHONE 622202020107"]);
    expect(found.nodes.at(-1)!.evidence.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      "FUND_TRANSFER T-1 1200.50",
      "FUND_TRANSFER T-2 7.00",
      "SHARED_DEVICE dev-8",
      "SHARED_PHONE 14100000777",
    ]);
    expect(found.truncated).toBe(false);
  });

  test("`via` follows only what it names", async () => {
    expect(reached(await searchOne(ROOT, { via: ["SHARED_PHONE"], depth: 3 }))).toEqual([
      "1 SHARED_PHONE 622202020101",
    ]);
    expect(reached(await searchOne(ROOT, { via: ["FUND_TRANSFER"], depth: 3 }))).toEqual([
      "1 FUND_TRANSFER 622202020105",
    ]);
    expect(reached(await searchOne(ROOT, { via: [] }))).toHaveLength(5);
  });

  test("a legal representative without an account is passed through, and shown masked", async () => {
    const found = await searchOne(NOMINEE);
    expect(reached(found)).toEqual(["1 LEGAL_REPRESENTATIVE 102900000201"]);
    const [evidence] = found.nodes[0]!.evidence;
    expect(evidence!.value).toMatch(/^赵\* 990\*+\d{3}[\dX]$/);
    expect(evidence!.value).not.toContain(NOMINEE.number);
    expect(await searchOne(UNIT, { depth: 3 })).toEqual({ truncated: false, nodes: [] });
  });

  test("searches side by side find what each finds alone, in the same few statements", async () => {
    const people = [ROOT, PHONE_MATE, PAYEE, FAR, LONER];
    const alone = [];
    for (const one of people) alone.push(await searchOne(one, { depth: 2 }));
    expect(await search(people, { depth: 2 })).toEqual(alone);
    const count = (documents: readonly ReturnType<typeof person>[]) =>
      hub.countStatements(() => search(documents, { depth: 2 }));
    expect(await count(people)).toBe(await count([ROOT]));
  });

  test("a page that leaves a link out is truncated, and one that just holds all is not", async () => {
    expect(await searchOne(ROOT, { first: 5 })).toMatchObject({ truncated: false });
    const cut = await searchOne(ROOT, { first: 4 });
    expect(cut.truncated).toBe(true);
    expect(cut.nodes).toEqual((await searchOne(ROOT)).nodes.slice(0, 4));
  });

  describe("behind one thing with many accounts", () => {
    const bound = SEARCH_BOUNDS.accountsPerKey;
    const crowd = (size: number, own: number, deviceId: string, first: number) => [
      ...cards(own, person(first), `6222${first}8`, { deviceId }),
      ...Array.from({ length: size }, (_, index) =>
        account(`6222${first}9${String(index).padStart(4, "0")}`, person(first + 1 + index), { deviceId }),
      ),
    ];

    test("as many as the bound are all found, one's own beside them, and nothing is truncated", async () => {
      await hub.write({ ...EMPTY_CHUNK, accounts: crowd(bound, 20, "dev-full", 400) });
      const found = await searchOne(person(400), { via: ["SHARED_DEVICE"] });
      expect(found.nodes).toHaveLength(bound);
      expect(found.truncated).toBe(false);
    });

    test("one more is left out, and said so", async () => {
      await hub.write({ ...EMPTY_CHUNK, accounts: crowd(bound + 1, 20, "dev-over", 500) });
      const found = await searchOne(person(500), { via: ["SHARED_DEVICE"], first: 200 });
      expect(found.nodes).toHaveLength(bound);
      expect(found.truncated).toBe(true);
      expect(await searchOne(person(500), { via: ["SHARED_DEVICE"], first: 200 })).toEqual(found);
    });
  });

  test("money that ran to an account nobody has reported shows as truncated", async () => {
    const from = account("622202020301", person(601));
    const unreported = account("622404020302", person(602), { institution: "104" });
    await hub.write({
      ...EMPTY_CHUNK,
      accounts: [from],
      transfers: [transfer(30, from, unreported, { id: randomUUID() })],
    });
    expect(await searchOne(person(601))).toEqual({ truncated: true, nodes: [] });
    await hub.write({ ...EMPTY_CHUNK, accounts: [unreported] });
    expect(reached(await searchOne(person(601)))).toEqual(["1 FUND_TRANSFER 622404020302"]);
  });

  test("a number once reserved still ties, though no account names it any more", async () => {
    const mate = account("622202020401", person(701), { reservedPhone: "14100000701" });
    const changing = account("622202020402", person(702), {
      institution: "104",
      openedOn: "2024-01-01",
      reservedPhone: "14100000701",
    });
    await hub.write({ ...EMPTY_CHUNK, accounts: [mate, changing] });
    const changed = { ...changing, reservedPhone: "14100000702", involvedOn: "2025-06-07" };
    await hub.write({ ...EMPTY_CHUNK, accounts: [changed] });
    const found = await searchOne(person(701));
    expect(found.nodes[0]!.evidence).toEqual([
      { kind: "SHARED_PHONE", value: "14100000701", firstSeen: "2024-01-01", lastSeen: "2024-01-01" },
    ]);
    const reserved = async (number: string) =>
      (await hub.entity(police(), { __typename: "PhoneLine", number }, "reservedBy { number }")).data
        .reservedBy;
    expect(await reserved("14100000701")).toEqual([{ number: "622202020401" }]);
    expect(await reserved("14100000702")).toEqual([{ number: "622202020402" }]);
  });
});
