import { noNewAccount } from "../../../../../subgraphs/police/rules/noNewAccount";
import { ruleTermsOn } from "../../../../../subgraphs/police/rules/ruleVersions";
import { runningTerm } from "../../../../../subgraphs/police/rules/runningTerm";
import { suspendFiveYears, type MeasureGround } from "../../../../../subgraphs/police/rules/suspendFiveYears";
import { Instrument } from "../../../../../subgraphs/police/types/enums";

function ground(recognisedOn: string, rest: Partial<MeasureGround> = {}): MeasureGround {
  return {
    terms: ruleTermsOn(recognisedOn),
    recognisedOn,
    instruments: [Instrument.PERSONAL_CARD],
    convicted: false,
    running: null,
    ...rest,
  };
}
const lastDays = (one: MeasureGround) => [suspendFiveYears(one)[0]?.endsOn, noNewAccount(one)[0]?.endsOn];

describe("the days of a sanction's measures", () => {
  it("cannot begin before 2017: there was nothing to sanction by", () => {
    expect(() => ruleTermsOn("2016-12-31")).toThrow(/2017-01-01/);
  });

  it.each([
    ["2017-01-01", "NOTICE_2016", "2022-01-01", "2020-01-01"],
    ["2019-03-31", "NOTICE_2016", "2024-03-31", "2022-03-31"],
    ["2019-04-01", "PBOC_2019_85", "2024-04-01", "2024-04-01"],
    ["2020-12-16", "PBOC_2019_85", "2025-12-16", "2025-12-16"],
    ["2020-12-17", "NOTICE_2020", "2025-12-17", "2025-12-17"],
    ["2024-11-30", "NOTICE_2020", "2029-11-30", "2029-11-30"],
    ["2024-12-01", "MEASURES_2024", "2026-12-01", "2026-12-01"],
  ])("recognised on %s fall under %s: suspended until %s, no account until %s", (on, version, ...days) => {
    expect(ruleTermsOn(on).version).toBe(version);
    expect(lastDays(ground(on))).toEqual(days);
  });

  it("of five years from 29 February end on the 28th, and the three years of 2016 never began on one", () => {
    expect(lastDays(ground("2020-02-29"))).toEqual(["2025-02-28", "2025-02-28"]);
    expect(lastDays(ground("2024-02-29"))).toEqual(["2029-02-28", "2029-02-28"]);
  });

  it("suspend bank accounts from non-counter business and payment accounts from all, each sector on its own", () => {
    const interval = { startsOn: "2018-05-01", endsOn: "2023-05-01" };
    expect(suspendFiveYears(ground("2018-05-01"))).toEqual([
      { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", ...interval },
      { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", ...interval },
    ]);
    expect(noNewAccount(ground("2018-05-01")).map(({ sector }) => sector)).toEqual(["BANKING", "PAYMENT"]);
  });

  it.each([[[Instrument.PHONE_CARD]], [[Instrument.IOT_CARD, Instrument.PHONE_CARD]]])(
    "are none at any bank where only %j was used",
    instruments => {
      expect(suspendFiveYears(ground("2021-05-01", { instruments }))).toEqual([]);
      expect(noNewAccount(ground("2021-05-01", { instruments }))).toEqual([]);
    },
  );

  it("are three years for the convicted under the measures of 2024, and five as ever before", () => {
    expect(lastDays(ground("2025-03-01", { convicted: true }))).toEqual(["2028-03-01", "2028-03-01"]);
    expect(lastDays(ground("2021-03-01", { convicted: true }))).toEqual(["2026-03-01", "2026-03-01"]);
  });

  it("add up for repeated sanctions of 2024, five years from the first day at most", () => {
    const again = (startsOn: string, endsOn: string) =>
      lastDays(ground("2026-11-24", { running: { startsOn, endsOn } }))[0];
    expect(again("2026-01-01", "2028-01-01")).toBe("2030-01-01");
    expect(again("2025-01-01", "2029-01-01")).toBe("2030-01-01");
    expect(again("2025-01-01", "2030-01-01")).toBe("2030-01-01");
  });
});

describe("the term that runs on a day", () => {
  const term = (startsOn: string, endsOn: string, liftedAt: Date | null = null) => ({
    startsOn,
    endsOn,
    liftedAt,
  });
  it.each([
    ["none", [], null],
    ["one that is over", [term("2025-01-01", "2026-11-23")], null],
    ["one to come", [term("2026-11-25", "2028-01-01")], null],
    ["a lifted one", [term("2025-01-01", "2028-01-01", new Date(0))], null],
    ["its last day", [term("2025-01-01", "2026-11-24")], ["2025-01-01", "2026-11-24"]],
    [
      "two that overlap, in any order",
      [term("2026-01-01", "2028-01-01"), term("2025-01-01", "2026-06-01")],
      ["2025-01-01", "2028-01-01"],
    ],
    [
      "two with a gap",
      [term("2025-01-01", "2025-06-01"), term("2026-01-01", "2028-01-01")],
      ["2026-01-01", "2028-01-01"],
    ],
    [
      "one inside another",
      [term("2025-01-01", "2028-01-01"), term("2025-06-01", "2026-01-01")],
      ["2025-01-01", "2028-01-01"],
    ],
  ])("of %s", (_what, intervals, expected) => {
    const found = runningTerm(intervals, "2026-11-24");
    expect(found === null ? null : [found.startsOn, found.endsOn]).toEqual(expected);
  });
});
