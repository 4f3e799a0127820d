import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { bank, carrier, createBankingHub, police, self, wallet, type BankingHub } from "./bankingHub";
import { BANKING_WORLD, ORDERS, PEOPLE } from "./bankingWorld";
import { NOW, uuid } from "./worldParts";

const VERDICT = `query ($policy: String!, $purpose: String!, $reference: String!, $ids: [ID!]!) {
  policyVerdict(policy: $policy, purpose: $purpose, reference: $reference, subjectIds: $ids) }`;
const DAY_MS = 24 * 3_600_000;

eachStore("banking", open => {
  let hub: BankingHub;
  let customer: string;
  let elsewhere: string;
  let stranger: string;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
    [customer, elsewhere, stranger] = [PEOPLE.customer, PEOPLE.elsewhere, PEOPLE.stranger].map(one =>
      hub.tokenOf(one),
    ) as [string, string, string];
  });
  afterEach(() => hub.setNow(NOW));

  async function verdict(
    purpose: string,
    reference: string,
    ids: readonly string[],
    claims: RequestClaims = bank(),
    policy = "purpose_bound",
  ): Promise<boolean[]> {
    const { data, code } = await hub.ask(claims, VERDICT, { policy, purpose, reference, ids });
    expect(code).toBeUndefined();
    return data.policyVerdict;
  }

  test("whoever keeps no accounts, another policy, another purpose and no reference are a no", async () => {
    for (const claims of [carrier(), police(), self(customer)])
      expect(await verdict("ONGOING_REVIEW", "R-1", [customer], claims)).toEqual([false]);
    expect(await verdict("ONGOING_REVIEW", "R-1", [customer], bank(), "case_assigned")).toEqual([false]);
    for (const purpose of ["CASE", "LINE_OPENING", "REPORTING", "SELF", "toString", "__proto__"])
      expect(await verdict(purpose, "R-1", [customer, stranger])).toEqual([false, false]);
    expect(await verdict("ACCOUNT_OPENING", " ", [customer])).toEqual([false]);
    expect(await verdict("ACCOUNT_OPENING", "x".repeat(129), [customer])).toEqual([false]);
    expect(await verdict("CASE", "", [])).toEqual([false]);
  });

  test("an application number is the first person's it was asked for, and nobody else's after", async () => {
    expect(await verdict("ACCOUNT_OPENING", "APP-1", [stranger, customer])).toEqual([true, false]);
    expect(await verdict("ACCOUNT_OPENING", "APP-1", [customer])).toEqual([false]);
    expect(await verdict("ACCOUNT_OPENING", "APP-1", [customer, stranger])).toEqual([false, true]);
  });

  test("an application number of another institution is a number of its own", async () => {
    expect(await verdict("ACCOUNT_OPENING", "APP-2", [stranger])).toEqual([true]);
    expect(await verdict("ACCOUNT_OPENING", "APP-2", [customer], wallet())).toEqual([true]);
    expect(await verdict("ACCOUNT_OPENING", "APP-2", [customer])).toEqual([false]);
  });

  test("an application ends after 24 hours and never begins again, for its own person neither", async () => {
    await verdict("ACCOUNT_OPENING", "APP-3", [stranger]);
    hub.setNow(new Date(NOW.getTime() + DAY_MS - 1));
    expect(await verdict("ACCOUNT_OPENING", "APP-3", [stranger])).toEqual([true]);
    hub.setNow(new Date(NOW.getTime() + DAY_MS));
    expect(await verdict("ACCOUNT_OPENING", "APP-3", [stranger])).toEqual([false]);
    expect(await verdict("ACCOUNT_OPENING", "APP-3", [customer])).toEqual([false]);
    expect(await verdict("ACCOUNT_OPENING", "APP-3", [])).toEqual([false]);
  });

  test("without a person an unused number is a no and binds nothing, a living one is a yes", async () => {
    expect(await verdict("ACCOUNT_OPENING", "APP-4", [])).toEqual([false]);
    expect(await verdict("ACCOUNT_OPENING", "APP-4", [customer])).toEqual([true]);
    expect(await verdict("ACCOUNT_OPENING", "APP-4", [])).toEqual([true]);
  });

  test("of two who ask for one number at once, one person gets it", async () => {
    const asked = await Promise.all(
      [stranger, customer, elsewhere].map(id => verdict("ACCOUNT_OPENING", "APP-5", [id])),
    );
    expect(asked.flat().filter(Boolean)).toHaveLength(1);
  });

  test("a customer is whoever has an account open at the institution, on the day", async () => {
    const people = [customer, elsewhere, stranger];
    expect(await verdict("ONGOING_REVIEW", "R-1", people)).toEqual([true, false, false]);
    expect(await verdict("ONGOING_REVIEW", "", people)).toEqual([true, false, false]);
    expect(await verdict("ONGOING_REVIEW", "R-1", people, bank("103"))).toEqual([true, true, false]);
    expect(await verdict("ONGOING_REVIEW", "R-1", people, wallet())).toEqual([true, false, false]);
    expect(await verdict("ONGOING_REVIEW", "R-1", [])).toEqual([true]);
  });

  test("an order of the institution names one person", async () => {
    const people = [customer, elsewhere];
    expect(await verdict("ORDER", ORDERS.waiting, people)).toEqual([true, false]);
    expect(await verdict("ORDER", ORDERS.waiting, people, bank("103"))).toEqual([false, false]);
    expect(await verdict("ORDER", uuid(999), people)).toEqual([false, false]);
    expect(await verdict("ORDER", ORDERS.waiting, [])).toEqual([true]);
    expect(await verdict("ORDER", uuid(999), [])).toEqual([false]);
  });

  test("an order opens the person while it is to be carried out, and a day after that", async () => {
    const open = (id: string) => verdict("ORDER", id, [customer]);
    expect(await open(ORDERS.executed)).toEqual([false]);
    expect(await verdict("ORDER", ORDERS.executed, [])).toEqual([false]);
    const executed = new Date("2026-11-20T12:00:00.000Z").getTime();
    hub.setNow(new Date(executed + DAY_MS - 1_000));
    expect(await open(ORDERS.executed)).toEqual([true]);
    hub.setNow(new Date(executed + DAY_MS));
    expect(await open(ORDERS.executed)).toEqual([false]);
  });

  test("an order that was refused opens nobody any more, unless it is still owed", async () => {
    const owed = hub.tokenOf(PEOPLE.restricted);
    expect(await verdict("ORDER", ORDERS.refused, [owed])).toEqual([false]);
    expect(await verdict("ORDER", ORDERS.owed, [owed])).toEqual([true]);
  });
});
