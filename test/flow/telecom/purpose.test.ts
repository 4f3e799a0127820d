import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { bank, carrier, createTelecomHub, police, self, type TelecomHub } from "./telecomHub";
import { NOW, ORDERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const VERDICT = `query ($policy: String!, $purpose: String!, $reference: String!, $subjectIds: [ID!]!) {
  policyVerdict(policy: $policy, purpose: $purpose, reference: $reference, subjectIds: $subjectIds) }`;
const DAY_MS = 86_400_000;

eachStore("telecom", open => {
  let hub: TelecomHub;
  let customer: string;
  let elsewhere: string;
  let stranger: string;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    customer = hub.tokenOf(PEOPLE.customer);
    elsewhere = hub.tokenOf(PEOPLE.elsewhere);
    stranger = hub.tokenOf(PEOPLE.stranger);
  });
  afterEach(() => hub.setNow(NOW));

  const verdict = async (
    claims: RequestClaims,
    purpose: string,
    reference: string,
    subjectIds: string[],
    policy = "purpose_bound",
  ): Promise<boolean[]> => {
    const { data } = await hub.ask(claims, VERDICT, { policy, purpose, reference, subjectIds });
    return data.policyVerdict;
  };

  test.each([
    ["police", () => police()],
    ["a bank", () => bank()],
    ["the person", () => self(hub.tokenOf(PEOPLE.customer))],
  ])("%s has no purpose here, whatever they name", async (_who, claims) => {
    for (const purpose of ["LINE_OPENING", "ONGOING_REVIEW", "ORDER", "CASE"]) {
      expect(await verdict(claims(), purpose, ORDERS.ofCustomer, [customer, stranger])).toEqual([
        false,
        false,
      ]);
      expect(await verdict(claims(), purpose, "APP-0", [])).toEqual([false]);
    }
  });

  test.each(["CASE", "ACCOUNT_OPENING", "SUPERVISION", "toString", "__proto__"])(
    "a carrier that names the purpose %s is told no",
    async purpose => {
      expect(await verdict(carrier(), purpose, "A-1", [customer])).toEqual([false]);
    },
  );

  test("another policy, an empty or an endless reference is no purpose", async () => {
    expect(await verdict(carrier(), "LINE_OPENING", "A-1", [customer], "case_assigned")).toEqual([false]);
    expect(await verdict(carrier(), "LINE_OPENING", "", [customer])).toEqual([false]);
    expect(await verdict(carrier(), "LINE_OPENING", "9".repeat(129), [customer])).toEqual([false]);
  });

  test("an application number opens the first person it is asked for, and no second one ever", async () => {
    expect(await verdict(carrier(), "LINE_OPENING", "APP-1", [])).toEqual([false]);
    expect(await verdict(carrier(), "LINE_OPENING", "APP-1", [stranger, customer])).toEqual([true, false]);
    expect(await verdict(carrier(), "LINE_OPENING", "APP-1", [customer])).toEqual([false]);
    expect(await verdict(carrier(), "LINE_OPENING", "APP-1", [stranger])).toEqual([true]);
    expect(await verdict(carrier(), "LINE_OPENING", "APP-1", [])).toEqual([true]);
  });

  test("two carriers may use the same number for two people", async () => {
    expect(await verdict(carrier("C01"), "LINE_OPENING", "APP-2", [customer])).toEqual([true]);
    expect(await verdict(carrier("C02"), "LINE_OPENING", "APP-2", [stranger])).toEqual([true]);
  });

  test("two officers who use one number at the same moment for two people: one of them is told no", async () => {
    const answers = await Promise.all([
      verdict(carrier(), "LINE_OPENING", "APP-3", [customer]),
      verdict(carrier(), "LINE_OPENING", "APP-3", [stranger]),
    ]);
    expect(answers.flat().filter(Boolean)).toHaveLength(1);
  });

  test("an application ends after 24 hours, and asking again does not revive it", async () => {
    expect(await verdict(carrier(), "LINE_OPENING", "APP-4", [customer])).toEqual([true]);
    hub.setNow(new Date(NOW.getTime() + DAY_MS - 1));
    expect(await verdict(carrier(), "LINE_OPENING", "APP-4", [customer])).toEqual([true]);
    hub.setNow(new Date(NOW.getTime() + DAY_MS));
    expect(await verdict(carrier(), "LINE_OPENING", "APP-4", [customer])).toEqual([false]);
    expect(await verdict(carrier(), "LINE_OPENING", "APP-4", [])).toEqual([false]);
  });

  test("an ongoing review is of those with a line at the carrier that is not closed", async () => {
    const former = hub.tokenOf(PEOPLE.former);
    const asked = [elsewhere, customer, stranger, former, customer];
    expect(await verdict(carrier(), "ONGOING_REVIEW", "R-1", asked)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(await verdict(carrier("C02"), "ONGOING_REVIEW", "R-1", [elsewhere])).toEqual([true]);
    expect(await verdict(carrier(), "ONGOING_REVIEW", "R-1", [])).toEqual([true]);
    expect(await verdict(carrier("C02"), "ONGOING_REVIEW", "", [elsewhere])).toEqual([true]);
  });

  test("an order opens the person it names, to the carrier it was sent to", async () => {
    expect(await verdict(carrier("C02"), "ORDER", ORDERS.ofCustomer, [customer])).toEqual([false]);
    expect(await verdict(carrier(), "ORDER", "no-such-order", [customer])).toEqual([false]);
    expect(await verdict(carrier(), "ORDER", "no-such-order", [])).toEqual([false]);
    expect(await verdict(carrier(), "ORDER", ORDERS.ofCustomer, [stranger, customer])).toEqual([false, true]);
    expect(await verdict(carrier(), "ORDER", ORDERS.ofCustomer, [])).toEqual([true]);
  });

  test("an order opens the person while it is to be carried out, and a day after that", async () => {
    expect(await verdict(carrier(), "ORDER", ORDERS.executed, [])).toEqual([false]);
    const executed = new Date("2026-11-20T06:00:00.000Z").getTime();
    hub.setNow(new Date(executed + DAY_MS - 1_000));
    expect(await verdict(carrier(), "ORDER", ORDERS.executed, [])).toEqual([true]);
    hub.setNow(new Date(executed + DAY_MS));
    expect(await verdict(carrier(), "ORDER", ORDERS.executed, [])).toEqual([false]);
  });
});
