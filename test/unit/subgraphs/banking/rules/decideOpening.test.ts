import { decideOpening } from "../../../../../subgraphs/banking/rules/decideOpening";
import { ruleVersionOn } from "../../../../../subgraphs/banking/rules/ruleVersions";
import { AccountProduct } from "../../../../../subgraphs/banking/types/enums";
import { AnswerState, OpeningOutcome } from "../../../../../subgraphs/shared/types/enums";
import { holdingOf, measureOf, openingFactsOf } from "./openingFactsOf";

const decide = (rest: Parameters<typeof openingFactsOf>[0]) =>
  decideOpening("subject", "102", openingFactsOf({ on: "2023-01-01", ...rest }));
const FIVE_CARDS = Array.from({ length: 5 }, () => holdingOf());
const SPREAD = [{ startsOn: "2022-01-01", endsOn: null, liftedOn: null }];

test.each([
  ["nothing stands against it", {}, OpeningOutcome.ALLOW],
  ["a restriction asks for judgement", { spread: SPREAD }, OpeningOutcome.REVIEW],
  ["unknown outweighs judgement", { spread: SPREAD, measures: null }, OpeningOutcome.UNKNOWN],
  ["a certain refusal outweighs the unknown", { holdings: FIVE_CARDS, measures: null }, OpeningOutcome.DENY],
  [
    "a sanction outweighs missing coverage",
    { measures: [measureOf()], coverage: AnswerState.NOT_ANSWERED },
    OpeningOutcome.DENY,
  ],
  [
    "a reason for the fifth card does not outweigh a sanction",
    { holdings: FIVE_CARDS, reviewReason: "payroll", measures: [measureOf()] },
    OpeningOutcome.DENY,
  ],
])("%s", (_, rest, outcome) => {
  expect(decide(rest).outcome).toBe(outcome);
});

test("every finding is answered, also those that no longer matter", () => {
  const { findings } = decide({ holdings: FIVE_CARDS, measures: [measureOf()], spread: SPREAD });
  expect(findings.map(finding => finding.ruleId)).toEqual([
    "noNewAccount",
    "caseAccountSpread",
    "debitCardLimit",
  ]);
});

test.each([
  ["2016-09-22", "BEFORE_NOTICE_2016"],
  ["2016-09-23", "NOTICE_2016"],
  ["2016-12-01", "NOTICE_2016"],
  ["2019-03-31", "NOTICE_2016"],
  ["2019-04-01", "PBOC_2019_85"],
  ["2020-12-16", "PBOC_2019_85"],
  ["2020-12-17", "NOTICE_2020"],
  ["2024-11-30", "NOTICE_2020"],
  ["2024-12-01", "MEASURES_2024"],
])("a decision for %s is made by %s", (day, version) => {
  expect(ruleVersionOn(day)).toBe(version);
  expect(decide({ on: day }).ruleVersion).toBe(version);
});

test("the id follows from the facts, the person and the institution", () => {
  const facts = openingFactsOf();
  const { id } = decideOpening("subject", "102", facts);
  expect(decideOpening("subject", "102", openingFactsOf()).id).toBe(id);
  const others = [
    decideOpening("another", "102", facts),
    decideOpening("subject", "103", facts),
    decideOpening("subject", "102", openingFactsOf({ on: "2026-11-25" })),
    decideOpening("subject", "102", openingFactsOf({ product: AccountProduct.CREDIT_CARD })),
    decideOpening("subject", "102", openingFactsOf({ holdings: [holdingOf()] })),
  ];
  expect(new Set([id, ...others.map(other => other.id)]).size).toBe(6);
});
