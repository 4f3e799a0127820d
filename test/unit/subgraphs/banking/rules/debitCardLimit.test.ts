import { debitCardLimit } from "../../../../../subgraphs/banking/rules/debitCardLimit";
import {
  AccountClass,
  AccountKind,
  AccountProduct,
  AccountStatus,
  LimitExemption,
} from "../../../../../subgraphs/banking/types/enums";
import { AnswerState, OpeningOutcome } from "../../../../../subgraphs/shared/types/enums";
import { holdingOf, openingFactsOf } from "./openingFactsOf";

const cards = (count: number) => Array.from({ length: count }, () => holdingOf());
const outcomes = (rest: Parameters<typeof openingFactsOf>[0]) =>
  debitCardLimit(openingFactsOf(rest)).map(verdict => verdict.outcome);

test("what has not been reported whole cannot be counted, be there cards or not", () => {
  for (const coverage of [AnswerState.NOT_ANSWERED, AnswerState.STALE, AnswerState.NOT_PERMITTED]) {
    expect(outcomes({ coverage })).toEqual([OpeningOutcome.UNKNOWN]);
    expect(outcomes({ coverage, holdings: cards(6) })).toEqual([OpeningOutcome.UNKNOWN]);
  }
});

test.each([
  [3, "fourth", []],
  [4, "fifth", [OpeningOutcome.DENY]],
  [5, "sixth", [OpeningOutcome.DENY]],
])("with %i cards the %s is answered %j", (held, _, expected) => {
  expect(outcomes({ holdings: cards(held) })).toEqual(expected);
});

test.each([
  [3, []],
  [4, [OpeningOutcome.REVIEW]],
  [5, [OpeningOutcome.REVIEW]],
])("a written reason turns a refusal into a review: %i cards", (held, expected) => {
  expect(outcomes({ holdings: cards(held), reviewReason: "payroll" })).toEqual(expected);
});

test("the finding cites the notice and says how many there are", () => {
  const [verdict] = debitCardLimit(openingFactsOf({ holdings: cards(5) }));
  expect(verdict?.finding).toMatchObject({
    ruleId: "debitCardLimit",
    article: "N16-5",
    until: null,
    fact: "5 debit cards open at this bank",
  });
});

test.each(Object.values(LimitExemption))(
  "a %s card is allowed as a fifth, citing the practice it rests on, and does not count itself",
  exemption => {
    const [exempt] = debitCardLimit(openingFactsOf({ holdings: cards(4), exemption }));
    expect(exempt?.outcome).toBe(OpeningOutcome.ALLOW);
    expect(exempt?.finding.article).toMatch(/^EXT:/);
    expect(exempt?.finding.fact).toBe(exemption);
    expect(outcomes({ holdings: [...cards(3), holdingOf({ exemptFromLimit: exemption })] })).toEqual([]);
    expect(outcomes({ holdings: [...cards(4), holdingOf({ exemptFromLimit: exemption })] })).toEqual([
      OpeningOutcome.DENY,
    ]);
  },
);

test("social-security, medical and military cards are exempt, and no other", () => {
  expect(Object.values(LimitExemption).sort()).toEqual(["MEDICAL", "MILITARY", "SOCIAL_SECURITY"]);
});

test.each([
  ["the day before it is closed", "2026-11-25", [OpeningOutcome.DENY]],
  ["the day it is closed", "2026-11-24", []],
])("a card counts on %s", (_, closedOn, expected) => {
  const fourth = holdingOf({ closedOn, reportedStatus: AccountStatus.CLOSED });
  expect(outcomes({ holdings: [...cards(3), fourth] })).toEqual(expected);
});

test("a card that was closed on a day nobody told counts no longer, and dormant ones still do", () => {
  const closed = holdingOf({ reportedStatus: AccountStatus.CLOSED });
  const dormant = holdingOf({ reportedStatus: AccountStatus.DORMANT });
  expect(outcomes({ holdings: [...cards(3), closed] })).toEqual([]);
  expect(outcomes({ holdings: [...cards(3), dormant] })).toEqual([OpeningOutcome.DENY]);
});

test("passbooks and credit cards are no debit cards, held or asked for", () => {
  const others = [AccountKind.PASSBOOK, AccountKind.CREDIT_CARD].map(kind => holdingOf({ kind }));
  expect(outcomes({ holdings: [...cards(3), ...others] })).toEqual([]);
  for (const product of [
    AccountProduct.CREDIT_CARD,
    AccountProduct.PASSBOOK_CLASS_I,
    AccountProduct.UNIT_CARD,
  ])
    expect(outcomes({ holdings: cards(9), product, coverage: AnswerState.STALE })).toEqual([]);
});

test("cards of all classes count together", () => {
  const holdings = [AccountClass.I, AccountClass.II, AccountClass.III, AccountClass.III].map(accountClass =>
    holdingOf({ accountClass }),
  );
  expect(outcomes({ holdings, product: AccountProduct.DEBIT_CARD_CLASS_III })).toEqual([OpeningOutcome.DENY]);
});

test("the rule runs from the day of the notice", () => {
  const holdings = Array.from({ length: 5 }, () => holdingOf({ openedOn: "2010-01-01" }));
  expect(outcomes({ holdings, on: "2016-09-22" })).toEqual([]);
  expect(outcomes({ holdings, on: "2016-09-23" })).toEqual([OpeningOutcome.DENY]);
});
