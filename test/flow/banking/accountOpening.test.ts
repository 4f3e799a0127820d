import type { RequestClaims } from "../../../schema/contract/claims";
import { withAllScopes } from "../../support/claims";
import { eachStore } from "../../support/databases";
import { bank, carrier, createBankingHub, police, wallet, type BankingHub } from "./bankingHub";
import { BANKING_WORLD, PEOPLE } from "./bankingWorld";
import { caseAccountFacts } from "../../support/policeEvents";
import { account, cards, EMPTY_CHUNK, NOW, person, restriction, uuid } from "./worldParts";

/** Somebody who holds nothing and of whom the police hold nothing. */
const MEASURE = {
  kind: "NO_NEW_ACCOUNT",
  sector: "BANKING",
  startsOn: "2020-02-29",
  endsOn: "2025-02-28",
  recordedAt: "2020-02-29T02:00:00.000Z",
  liftedAt: null as string | null,
  sanctionId: uuid(900),
  article: "N20-5",
};
const SPREAD = {
  ruleId: "caseAccountSpread",
  article: "N16-5",
  message: "Spread from a case-involved account.",
  until: null,
  fact: null,
};

interface Decision {
  readonly id: string;
  readonly outcome: string;
  readonly ruleVersion: string;
  readonly decidedAt: string;
  readonly findings: readonly {
    ruleId: string;
    article: string;
    until: string | null;
    fact: string | null;
  }[];
  readonly coverage: readonly { institution: { code: string }; state: string }[];
}

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  async function decide(
    document: { type: string; number: string },
    question: string,
    {
      measureHistory = [],
      claims = bank(),
    }: { measureHistory?: readonly object[] | null; claims?: RequestClaims } = {},
  ): Promise<{ data: Decision | null; code: unknown }> {
    const reference = { __typename: "Subject", id: hub.tokenOf(document), measureHistory };
    const { data, code } = await hub.entity(
      claims,
      reference,
      `accountOpening(${question}) { id on product outcome ruleVersion decidedAt findings { ruleId article until fact }
        coverage { institution { code } state } }`,
    );
    return { data: data?.accountOpening ?? null, code };
  }
  const CARD = `institution: "102", product: DEBIT_CARD_CLASS_II`;
  const outcomeOf = async (...asked: Parameters<typeof decide>) => (await decide(...asked)).data?.outcome;

  test("a carrier, the police and another bank are refused", async () => {
    for (const claims of [carrier(), police(), bank("103"), bank("102", "bank-reporting")])
      expect((await decide(PEOPLE.fourCards, CARD, { claims })).code).toBe("FORBIDDEN");
  });

  test("a product of the other sector, an unknown institution and an impossible day are refused", async () => {
    const ask = async (question: string, claims = bank()) =>
      (await decide(PEOPLE.fourCards, question, { claims })).code;
    expect(await ask(`institution: "102", product: PAYMENT_CLASS_III`)).toBe("BAD_INPUT");
    expect(await ask(`institution: "Z01", product: CREDIT_CARD`, wallet())).toBe("BAD_INPUT");
    expect(await ask(`institution: "999", product: CREDIT_CARD`, bank("999"))).toBe("BAD_INPUT");
    expect(await ask(`${CARD}, on: "2026-02-29"`)).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await ask(`${CARD}, on: "2026-11-25"`)).toBe("BAD_INPUT");
    expect(await ask(`${CARD}, on: "2026-11-24"`)).toBeUndefined();
    expect(await ask(`${CARD}, reviewReason: "${"x".repeat(1_001)}"`)).toBe("LIMIT_EXCEEDED");
  });

  test("a unit has no debit card and no class I account, and a person no unit account", async () => {
    const ask = async (document: { type: string; number: string }, product: string) =>
      (await decide(document, `institution: "102", product: ${product}`)).code;
    for (const product of ["DEBIT_CARD_CLASS_I", "DEBIT_CARD_CLASS_III", "PASSBOOK_CLASS_I"])
      expect(await ask(PEOPLE.unit, product)).toBe("BAD_INPUT");
    for (const product of ["UNIT_SETTLEMENT", "UNIT_CARD"]) {
      expect(await ask(PEOPLE.customer, product)).toBe("BAD_INPUT");
      expect(await ask(PEOPLE.unit, product)).toBeUndefined();
    }
  });

  test("a card that was closed without its day is unknown, and never absent, on a day before that was seen", async () => {
    const holder = person(981);
    const [closed, ...rest] = [1, 2, 3, 4].map(n => account(`622202000409810${n}`, holder));
    await hub.write({
      ...EMPTY_CHUNK,
      accounts: [{ ...closed!, status: "CLOSED", closedOn: null }, ...rest],
    });
    const earlier = (product: string) =>
      outcomeOf(holder, `institution: "102", product: ${product}, on: "2024-05-01"`);
    expect(await earlier("DEBIT_CARD_CLASS_II")).toBe("UNKNOWN");
    expect(await outcomeOf(holder, CARD)).toBe("ALLOW");
  });

  test("when the police register did not answer, nothing is decided", async () => {
    const { data } = await decide(PEOPLE.stranger, CARD, { measureHistory: null });
    expect(data?.outcome).toBe("UNKNOWN");
    expect(data?.findings.map(finding => finding.ruleId)).toEqual(["noNewAccount"]);
  });

  test("where the bank has not reported everything, cards cannot be counted", async () => {
    for (const code of ["104", "105"]) {
      const { data } = await decide(PEOPLE.stranger, `institution: "${code}", product: DEBIT_CARD_CLASS_I`, {
        claims: bank(code),
      });
      expect(data?.outcome).toBe("UNKNOWN");
      expect(data?.findings.map(finding => finding.ruleId)).toEqual([
        "caseAccountSpread",
        "debitCardLimit",
        "oneClassIAccount",
      ]);
      expect(data?.coverage).toEqual([
        { institution: { code }, state: code === "104" ? "NOT_ANSWERED" : "STALE" },
      ]);
    }
  });

  test("a sanction bars a new account, whatever else is not known", async () => {
    const { data } = await decide(PEOPLE.stranger, `institution: "104", product: CREDIT_CARD`, {
      claims: bank("104"),
      measureHistory: [{ ...MEASURE, startsOn: "2024-02-29", endsOn: "2029-02-28" }],
    });
    expect(data?.outcome).toBe("DENY");
    expect(data?.findings[0]).toEqual({
      ruleId: "noNewAccount",
      article: "N20-5",
      until: "2029-02-28",
      fact: "NO_NEW_ACCOUNT (BANKING) from 2024-02-29",
    });
  });

  test.each([
    ["the day before it starts", "2020-02-28", null, "ALLOW"],
    ["the day it starts", "2020-02-29", null, "DENY"],
    ["its last day", "2025-02-28", null, "DENY"],
    ["the day after", "2025-03-01", null, "ALLOW"],
    ["the day before it was lifted", "2021-05-05", "2021-05-05T16:00:00.000Z", "DENY"],
    ["the day it was lifted", "2021-05-06", "2021-05-05T16:00:00.000Z", "ALLOW"],
  ])("a measure from 29 February is replayed for %s", async (_, on, liftedAt, outcome) => {
    const measureHistory = [{ ...MEASURE, liftedAt }];
    expect(await outcomeOf(PEOPLE.stranger, `${CARD}, on: "${on}"`, { measureHistory })).toBe(outcome);
  });

  test.each([
    [PEOPLE.fourCards, "", "DENY"],
    [PEOPLE.fiveCards, "", "DENY"],
    [PEOPLE.sixCards, `, reviewReason: "payroll account"`, "REVIEW"],
    [PEOPLE.sixCards, `, reviewReason: "  "`, "DENY"],
    [PEOPLE.fourCards, `, exemption: MEDICAL`, "ALLOW"],
    [PEOPLE.exempt, "", "DENY"],
    [PEOPLE.customer, `, on: "2026-11-24"`, "ALLOW"],
  ])("the debit cards of %j are counted as they were reported%s", async (document, rest, outcome) => {
    expect(await outcomeOf(document, CARD + rest)).toBe(outcome);
  });

  test("a replay counts the cards that were open on its day", async () => {
    expect(await outcomeOf(PEOPLE.fourCards, `${CARD}, on: "2020-02-29"`)).toBe("ALLOW");
    expect(await outcomeOf(PEOPLE.fourCards, `${CARD}, on: "2020-03-01"`)).toBe("DENY");
  });

  test("a second class I account is refused from 1 December 2016", async () => {
    const holder = person(910);
    const old = { openedOn: "2010-01-01", accountClass: "I" } as const;
    await hub.write({ ...EMPTY_CHUNK, accounts: [account("6222020000910001", holder, old)] });
    const classI = `institution: "102", product: PASSBOOK_CLASS_I`;
    expect(await outcomeOf(holder, `${classI}, on: "2016-11-30"`)).toBe("ALLOW");
    expect(await outcomeOf(holder, `${classI}, on: "2016-12-01"`)).toBe("DENY");
    expect(
      await outcomeOf(holder, `institution: "103", product: PASSBOOK_CLASS_I`, { claims: bank("103") }),
    ).toBe("ALLOW");
  });

  test("a second payment account of class III is refused, one of class II is not", async () => {
    const asked = (kind: string) => `institution: "Z01", product: PAYMENT_CLASS_${kind}`;
    const claims = wallet();
    expect(await outcomeOf(PEOPLE.customer, asked("III"), { claims })).toBe("DENY");
    expect(await outcomeOf(PEOPLE.customer, asked("II"), { claims })).toBe("ALLOW");
    expect(await outcomeOf(PEOPLE.stranger, asked("III"), { claims })).toBe("ALLOW");
  });

  test("restrictions from a case-involved account elsewhere ask for a decision once, and name no institution", async () => {
    const holder = person(920);
    const spread = restriction(920, {
      derivation: [SPREAD],
      startsAt: "2024-12-31T16:00:00.000Z",
      endsAt: "2026-01-31T16:00:00.000Z",
    });
    const later = { ...spread, id: uuid(921), startsAt: "2025-01-05T00:00:00.000Z" };
    await hub.write({
      ...EMPTY_CHUNK,
      accounts: [
        account("6223030000920001", holder, { institution: "103", restrictions: [spread] }),
        account("Z0100920001", holder, { institution: "Z01", restrictions: [later] }),
      ],
    });
    const { data } = await decide(holder, `${CARD}, on: "2026-01-31"`);
    expect(data?.outcome).toBe("REVIEW");
    expect(data?.findings).toEqual([
      {
        ruleId: "caseAccountSpread",
        article: "N16-5",
        until: "2026-01-31",
        fact: "restricted since 2025-01-01",
      },
    ]);
    expect(JSON.stringify(data?.findings)).not.toContain("103");
    expect(await outcomeOf(holder, `${CARD}, on: "2024-12-31"`)).toBe("ALLOW");
    expect(await outcomeOf(holder, `${CARD}, on: "2026-02-01"`)).toBe("ALLOW");
  });

  test("an account recognised as used in a case asks for a decision also where it is the only one, until it is cleared", async () => {
    const holder = person(940);
    const number = "6223030000940001";
    await hub.write({ ...EMPTY_CHUNK, accounts: [account(number, holder, { institution: "103" })] });
    expect(await outcomeOf(holder, CARD)).toBe("ALLOW");
    const facts = caseAccountFacts(uuid(940), hub.accountId({ institution: "103", number }));
    await hub.hear({ kind: "MEASURE_IN_FORCE", ...facts });
    const { data } = await decide(holder, CARD);
    expect(data).toMatchObject({
      outcome: "REVIEW",
      findings: [{ ruleId: "caseAccountSpread", article: "N16-5", fact: "restricted since 2026-11-24" }],
    });
    expect(await outcomeOf(holder, `${CARD}, on: "2026-11-23"`)).toBe("ALLOW");
    // Whoever has the account next has nothing to do with the case.
    const next = account(number, person(941), { institution: "103", openedOn: "2026-11-24" });
    await hub.write({ ...EMPTY_CHUNK, accounts: [next] });
    expect(await outcomeOf(person(941), CARD)).toBe("ALLOW");
    expect(await outcomeOf(holder, CARD)).toBe("REVIEW");
    await hub.hear({ kind: "MEASURE_LIFTED", ...facts, objectionId: null });
    expect(await outcomeOf(holder, CARD)).toBe("ALLOW");
  });

  test.each([
    ["2018-05-31", "ALLOW", "NOTICE_2016"],
    ["2018-06-01", "DENY", "NOTICE_2016"],
    ["2019-03-31", "DENY", "NOTICE_2016"],
    ["2019-04-01", "DENY", "PBOC_2019_85"],
    ["2019-09-09", "DENY", "PBOC_2019_85"],
    ["2019-09-10", "ALLOW", "PBOC_2019_85"],
    ["2020-12-17", "ALLOW", "NOTICE_2020"],
  ])("three years of 2018, lifted in 2019, asked today for %s: %s under %s", async (on, outcome, version) => {
    const ban = {
      article: "N16-5",
      startsOn: "2018-06-01",
      endsOn: "2021-06-01",
      liftedAt: "2019-09-09T16:00:00.000Z",
    };
    const { data } = await decide(PEOPLE.stranger, `${CARD}, on: "${on}"`, {
      measureHistory: [{ ...MEASURE, ...ban }],
    });
    expect(data).toMatchObject({ outcome, ruleVersion: version });
    expect(data?.findings.map(finding => finding.article)).toEqual(outcome === "DENY" ? ["N16-5"] : []);
  });

  describe("a decision that is filed", () => {
    const FETCH = `query ($id: ID!) { accountOpeningDecision(id: $id) { id on product outcome ruleVersion decidedAt
      findings { ruleId article until fact } coverage { institution { code } state } } }`;
    const fetchAs = async (claims: RequestClaims, id: string | undefined) => {
      const { data, code } = await hub.ask(claims, FETCH, { id });
      return data?.accountOpeningDecision ?? code ?? null;
    };

    test("is fetched by its id by nobody but the institution that was given it", async () => {
      const { data } = await decide(PEOPLE.fourCards, `${CARD}, on: "2026-11-23"`);
      expect(data).toMatchObject({ outcome: "DENY", on: "2026-11-23", product: "DEBIT_CARD_CLASS_II" });
      expect(await fetchAs(bank("103"), data?.id)).toBeNull();
      expect(await fetchAs(bank(), "unknown")).toBeNull();
      for (const claims of [police(), carrier()])
        expect(await fetchAs(withAllScopes(claims), data?.id)).toBeNull();
      expect(await fetchAs(police(), data?.id)).toBe("FORBIDDEN");
      expect(await fetchAs(bank(), data?.id)).toEqual(data);
    });

    test("stays as it was given, whatever is decided afterwards", async () => {
      const holder = person(930);
      await hub.write({ ...EMPTY_CHUNK, accounts: cards(4, holder, "622202000930") });
      const before = (await decide(holder, CARD)).data;
      await hub.write({ ...EMPTY_CHUNK, accounts: cards(5, holder, "622202000930") });
      const after = (await decide(holder, CARD)).data;
      expect(after?.findings[0]?.fact).toBe("5 debit cards open at this bank");
      expect(after?.id).not.toBe(before?.id);
      expect(await fetchAs(bank(), before?.id)).toEqual(before);
      expect(await fetchAs(bank(), after?.id)).toEqual(after);
    });

    test("is also one that could not decide", async () => {
      const { data } = await decide(PEOPLE.stranger, CARD, { measureHistory: null });
      expect(await fetchAs(bank(), data?.id)).toMatchObject({ outcome: "UNKNOWN" });
    });
  });

  test("the same facts give the same decision under the same id; other facts give another", async () => {
    const first = (await decide(PEOPLE.fourCards, CARD)).data;
    hub.setNow(new Date(NOW.getTime() + 60_000));
    const second = (await decide(PEOPLE.fourCards, CARD)).data;
    hub.setNow(NOW);
    expect(first).toMatchObject({ ruleVersion: "MEASURES_2024", decidedAt: NOW.toISOString() });
    expect(second).toEqual(first);
    const asked = (await decide(PEOPLE.fourCards, CARD, { measureHistory: [MEASURE] })).data;
    expect(asked?.id).not.toBe(first?.id);
  });
});
