import { addYears } from "../../../../../schema/contract/calendar";
import { caseAccountSpread } from "../../../../../subgraphs/banking/rules/caseAccountSpread";
import { noNewAccount } from "../../../../../subgraphs/banking/rules/noNewAccount";
import { suspendFiveYears } from "../../../../../subgraphs/banking/rules/suspendFiveYears";
import {
  AnswerState,
  MeasureKind,
  OpeningOutcome,
  Sector,
} from "../../../../../subgraphs/shared/types/enums";
import { measureOf, openingFactsOf } from "./openingFactsOf";

const bars = (rest: Parameters<typeof openingFactsOf>[0]) => noNewAccount(openingFactsOf(rest)).length > 0;

describe("no new account", () => {
  test("is unknown where the police register did not answer", () => {
    const [verdict] = noNewAccount(openingFactsOf({ measures: null }));
    expect(verdict?.outcome).toBe(OpeningOutcome.UNKNOWN);
    expect(suspendFiveYears(openingFactsOf({ measures: null }))).toEqual([]);
  });

  test.each([
    ["2021-02-28", false],
    ["2021-03-01", true],
    ["2024-03-01", true],
    ["2026-03-01", true],
    ["2026-03-02", false],
  ])("five years from 2021-03-01: on %s %j", (on, expected) => {
    expect(bars({ on, measures: [measureOf()] })).toBe(expected);
  });

  test.each([
    ["2021-06-01", true],
    ["2021-06-02", false],
  ])("three years of the notice of 2016: on %s %j", (on, expected) => {
    const measures = [measureOf({ startsOn: "2018-06-01", endsOn: addYears("2018-06-01", 3) })];
    expect(bars({ on, measures })).toBe(expected);
  });

  test.each([
    ["2025-02-28", true],
    ["2025-03-01", false],
  ])("five years from 29 February end on the 28th: on %s %j", (on, expected) => {
    const measures = [measureOf({ startsOn: "2020-02-29", endsOn: addYears("2020-02-29", 5) })];
    expect(bars({ on, measures })).toBe(expected);
  });

  test("holds until the day before its lifting, and from that day no more", () => {
    const measures = [measureOf({ liftedOn: "2022-05-06" })];
    expect(bars({ on: "2022-05-05", measures })).toBe(true);
    expect(bars({ on: "2022-05-06", measures })).toBe(false);
  });

  test.each([
    ["2018-05-31", false],
    ["2018-06-01", true],
    ["2019-09-09", true],
    ["2019-09-10", false],
    ["2019-09-11", false],
    ["2026-11-24", false],
  ])("three years of 2018, lifted on 2019-09-10, replayed for %s: %j", (on, expected) => {
    const ban = { startsOn: "2018-06-01", endsOn: addYears("2018-06-01", 3), liftedOn: "2019-09-10" };
    expect(bars({ on, measures: [measureOf(ban)] })).toBe(expected);
  });

  test("is each sector's own", () => {
    const on = "2022-01-01";
    expect(bars({ on, measures: [measureOf()], sector: Sector.PAYMENT })).toBe(false);
    expect(bars({ on, measures: [measureOf({ sector: Sector.PAYMENT })], sector: Sector.PAYMENT })).toBe(
      true,
    );
    expect(bars({ on, measures: [measureOf({ kind: MeasureKind.NO_NEW_LINE })] })).toBe(false);
  });

  test("runs from 2017", () => {
    const measures = [measureOf({ startsOn: "2016-12-01", endsOn: "2019-12-01" })];
    expect(bars({ on: "2016-12-31", measures })).toBe(false);
    expect(bars({ on: "2017-01-01", measures })).toBe(true);
  });

  test.each([
    ["N16-5", false],
    ["EXT:PBOC_2019_85", false],
    ["N20-5", false],
    ["EXT:MEASURES_2024", true],
  ])(
    "cites the text it was recognised by, whatever day it began: %s, provisional %j",
    (article, isProvisional) => {
      const measures = [measureOf({ article, startsOn: "2024-12-01", endsOn: "2030-01-01" })];
      const [verdict] = noNewAccount(openingFactsOf({ on: "2024-12-01", measures }));
      expect(verdict?.finding).toMatchObject({ article, until: "2030-01-01" });
      expect(verdict?.finding.message.includes("provisional")).toBe(isProvisional);
    },
  );

  test("every measure in force has its finding", () => {
    const measures = [measureOf(), measureOf({ startsOn: "2022-01-01", endsOn: "2027-01-01" })];
    const findings = noNewAccount(openingFactsOf({ on: "2023-01-01", measures })).map(one => one.finding);
    expect(findings.map(finding => finding.until)).toEqual(["2026-03-01", "2027-01-01"]);
  });
});

describe("five years' suspension", () => {
  const outcomes = (kind: MeasureKind, measured: Sector, sector: Sector.BANKING | Sector.PAYMENT) =>
    suspendFiveYears(
      openingFactsOf({ on: "2025-01-01", sector, measures: [measureOf({ kind, sector: measured })] }),
    ).map(verdict => verdict.outcome);

  test("outlives the three years' bar: in the fourth year somebody decides", () => {
    const years = (count: number) => ({ startsOn: "2018-06-01", endsOn: addYears("2018-06-01", count) });
    const facts = openingFactsOf({
      on: "2022-01-01",
      measures: [measureOf(years(3)), measureOf({ kind: MeasureKind.SUSPEND_NON_COUNTER, ...years(5) })],
    });
    expect(noNewAccount(facts)).toEqual([]);
    expect(suspendFiveYears(facts).map(one => [one.outcome, one.finding.until])).toEqual([
      [OpeningOutcome.REVIEW, "2023-06-01"],
    ]);
  });

  test("is non-counter business at banks and all business at payment institutions", () => {
    const { SUSPEND_NON_COUNTER, SUSPEND_ALL_PAYMENT } = MeasureKind;
    expect(outcomes(SUSPEND_NON_COUNTER, Sector.BANKING, Sector.BANKING)).toEqual([OpeningOutcome.REVIEW]);
    expect(outcomes(SUSPEND_ALL_PAYMENT, Sector.PAYMENT, Sector.PAYMENT)).toEqual([OpeningOutcome.REVIEW]);
    expect(outcomes(SUSPEND_ALL_PAYMENT, Sector.PAYMENT, Sector.BANKING)).toEqual([]);
    expect(outcomes(SUSPEND_NON_COUNTER, Sector.BANKING, Sector.PAYMENT)).toEqual([]);
  });
});

describe("spread from a case-involved account", () => {
  const spread = [{ startsOn: "2025-01-01", endsOn: null, liftedOn: null }];
  const outcomes = (rest: Parameters<typeof openingFactsOf>[0]) =>
    caseAccountSpread(openingFactsOf(rest)).map(verdict => verdict.outcome);

  test("is unknown where the institution has not reported everything and nothing is known to stand", () => {
    expect(outcomes({ coverage: AnswerState.STALE })).toEqual([OpeningOutcome.UNKNOWN]);
    expect(outcomes({ coverage: AnswerState.STALE, spread })).toEqual([OpeningOutcome.REVIEW]);
  });

  test("asks for a decision from its first day until it is lifted", () => {
    expect(outcomes({ on: "2024-12-31", spread })).toEqual([]);
    expect(outcomes({ on: "2025-01-01", spread })).toEqual([OpeningOutcome.REVIEW]);
    const lifted = [{ startsOn: "2025-01-01", endsOn: null, liftedOn: "2025-06-01" }];
    expect(outcomes({ on: "2025-05-31", spread: lifted })).toEqual([OpeningOutcome.REVIEW]);
    expect(outcomes({ on: "2025-06-01", spread: lifted })).toEqual([]);
  });
});
