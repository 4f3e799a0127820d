import { SEARCH_BOUNDS } from "../../../subgraphs/banking/search/searchBounds";
import { eachStore } from "../../support/databases";
import { bank, createBankingHub, police, type BankingHub } from "./bankingHub";
import { INSTITUTIONS } from "./bankingWorld";
import { account, EMPTY_CHUNK, NOW, person, transfer, uuid } from "./worldParts";

const TRAIL = `query ($n: String!, $direction: TrailDirection! = OUT, $from: DateTime, $to: DateTime, $depth: Int! = 3, $first: Int! = 200) {
  account(institution: "102", number: $n) { fundTrail(direction: $direction, from: $from, to: $to, depth: $depth, first: $first) {
    truncated hops { hop transfer { id amount from { number } to { number } } } } } }`;
const TRANSFERS = `query ($n: String!, $first: Int! = 50, $after: String) { account(institution: "102", number: $n) {
  transfers(first: $first, after: $after) { nodes { id at channel caseNumber } pageInfo { hasNextPage endCursor } } } }`;

const [VICTIM, FIRST_MULE, SECOND_MULE, CASHIER, CROWDED] = [
  account("622202080801", person(801)),
  account("622202080802", person(802)),
  account("622202080803", person(803)),
  account("622202080804", person(804)),
  account("622202080805", person(805)),
] as const;
const UNREPORTED = account("6224040888", person(888), { institution: "104" });

/** Victim → first → second → cashier → first again (a circle), and first → second twice. */
const TRANSFERS_OF_RING = [
  transfer(1, VICTIM, FIRST_MULE, { at: "2026-10-01T00:01:00.000Z", amount: "86000.00" }),
  transfer(2, FIRST_MULE, SECOND_MULE, { at: "2026-10-01T00:02:00.000Z" }),
  transfer(3, FIRST_MULE, SECOND_MULE, { at: "2026-10-02T00:03:00.000Z" }),
  transfer(4, SECOND_MULE, CASHIER, { at: "2026-10-03T00:04:00.000Z" }),
  transfer(5, CASHIER, FIRST_MULE, { at: "2026-10-04T00:05:00.000Z" }),
  transfer(6, CASHIER, UNREPORTED, { at: "2026-10-05T00:06:00.000Z" }),
  transfer(7, CASHIER, CASHIER, { at: "2026-10-06T00:07:00.000Z" }),
];

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write({
      ...EMPTY_CHUNK,
      institutions: INSTITUTIONS,
      accounts: [VICTIM, FIRST_MULE, SECOND_MULE, CASHIER, CROWDED],
      transfers: TRANSFERS_OF_RING,
    });
  });

  const follow = async (from: { number: string }, variables: Record<string, unknown> = {}) => {
    const { data, code } = await hub.ask(police(), TRAIL, { n: from.number, ...variables });
    expect(code).toBeUndefined();
    return data.account.fundTrail as {
      truncated: boolean;
      hops: { hop: number; transfer: { id: string; to: { number: string } | null } }[];
    };
  };
  const steps = ({ hops }: { hops: { hop: number; transfer: { id: string } }[] }): string[] =>
    hops.map(({ hop, transfer: { id } }) => `${hop}:${Number(id.slice(-12))}`);

  test("a bank may not follow money, and a depth of none or six is refused", async () => {
    expect((await hub.ask(bank(), TRAIL, { n: VICTIM.number })).code).toBe("FORBIDDEN");
    const refused = async (variables: Record<string, unknown>) =>
      (await hub.ask(police(), TRAIL, { n: VICTIM.number, ...variables })).code;
    expect(await refused({ depth: 0 })).toBe("BAD_INPUT");
    expect(await refused({ depth: 6 })).toBe("BAD_INPUT");
    expect(await refused({ first: 201 })).toBe("LIMIT_EXCEEDED");
  });

  test("an account that no money left has an empty trail", async () => {
    expect(await follow(CROWDED, { direction: "IN" })).toEqual({ truncated: false, hops: [] });
  });

  test("money is followed out, nearest hops first, as deep as asked", async () => {
    expect(steps(await follow(VICTIM, { depth: 1 }))).toEqual(["1:1"]);
    expect(steps(await follow(VICTIM, { depth: 2 }))).toEqual(["1:1", "2:2", "2:3"]);
    expect(await follow(VICTIM, { depth: 1 })).toMatchObject({ truncated: false });
  });

  test("a circle ends: each transfer is told of once, and an account set out from once", async () => {
    const found = await follow(VICTIM, { depth: 5 });
    expect(steps(found)).toEqual(["1:1", "2:2", "2:3", "3:4", "4:5", "4:6", "4:7"]);
    expect(found.truncated).toBe(false);
  });

  test("a transfer to an account nobody has reported is told of without it", async () => {
    const { hops } = await follow(CASHIER, { depth: 1 });
    expect(hops.map(({ transfer: { to } }) => to?.number ?? null)).toEqual([
      FIRST_MULE.number,
      null,
      CASHIER.number,
    ]);
  });

  test("money is followed back to where it came from", async () => {
    const found = await follow(SECOND_MULE, { direction: "IN", depth: 2 });
    expect(steps(found)).toEqual(["1:2", "1:3", "2:1", "2:5"]);
  });

  test("the period holds for every hop, both ends included", async () => {
    const at = { from: "2026-10-01T00:01:00.000Z", to: "2026-10-02T00:03:00.000Z" };
    expect(steps(await follow(VICTIM, { depth: 5, ...at }))).toEqual(["1:1", "2:2", "2:3"]);
    expect(steps(await follow(VICTIM, { depth: 5, from: "2026-10-01T00:01:00.001Z" }))).toEqual([]);
  });

  test("a trail that just holds all is whole, and one cut short is truncated", async () => {
    expect(await follow(VICTIM, { depth: 5, first: 7 })).toMatchObject({ truncated: false });
    const cut = await follow(VICTIM, { depth: 5, first: 3 });
    expect(steps(cut)).toEqual(["1:1", "2:2", "2:3"]);
    expect(cut.truncated).toBe(true);
  });

  test("more transfers of one account than are followed show as truncated", async () => {
    const bound = SEARCH_BOUNDS.transfersPerAccount;
    const out = (number: number) =>
      transfer(number, CROWDED, SECOND_MULE, { at: new Date(NOW.getTime() + number).toISOString() });
    const many = Array.from({ length: bound }, (_, index) => out(1_000 + index));
    await hub.write({ ...EMPTY_CHUNK, transfers: many });
    const whole = await follow(CROWDED, { depth: 1 });
    expect(whole).toMatchObject({ truncated: false });
    expect(whole.hops).toHaveLength(bound);
    await hub.write({ ...EMPTY_CHUNK, transfers: [out(2_000)] });
    const cut = await follow(CROWDED, { depth: 1 });
    expect(cut).toMatchObject({ truncated: true });
    expect(cut.hops).toEqual(whole.hops);
  });

  test("an account's transfers are paged newest first, in and out, one to itself once", async () => {
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: { account: { transfers: never } } } = await hub.ask(police(), TRANSFERS, {
        n: CASHIER.number,
        first: 2,
        after,
      });
      const { nodes, pageInfo } = data.account.transfers as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      pages.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual([7, 6, 5, 4].map(uuid));
  });

  test("a transfer is an entity for the police alone", async () => {
    const reference = { __typename: "Transfer", id: uuid(1) };
    const found = await hub.entity(
      police(),
      reference,
      "amount channel caseNumber from { number } to { number }",
    );
    expect(found.data).toEqual({
      amount: "86000.00",
      channel: "MOBILE",
      caseNumber: "A110100-2026-017",
      from: { number: VICTIM.number },
      to: { number: FIRST_MULE.number },
    });
    expect((await hub.entity(bank(), reference, "amount")).code).toBe("FORBIDDEN");
  });
});
