import { MeasureKind, OpeningOutcome, Sector, SubjectKind } from "../../../../subgraphs/shared/types/enums";
import { decideLineOpening } from "../../../../subgraphs/telecom/rules/decideLineOpening";
import type { LineOpeningFacts } from "../../../../subgraphs/telecom/rules/lineOpeningFacts";
import { lineBlacklist } from "../../../../subgraphs/telecom/rules/lineBlacklist";
import { phoneCardLimit } from "../../../../subgraphs/telecom/rules/phoneCardLimit";
import { telecomSanction } from "../../../../subgraphs/telecom/rules/telecomSanction";
import { LineKind } from "../../../../subgraphs/telecom/types/enums";

const { ALLOW, DENY, REVIEW, UNKNOWN } = OpeningOutcome;

/** Somebody with nothing against them; a test says what matters. */
function facts(rest: Partial<LineOpeningFacts> = {}): LineOpeningFacts {
  return {
    kind: LineKind.MOBILE,
    on: "2026-11-24",
    holderKind: SubjectKind.PERSON,
    recordsComplete: true,
    validMobileCards: 0,
    mobileCardsAtMost: 0,
    unprovedLines: 0,
    unprovedLinesAtMost: 0,
    hasForgedDocument: false,
    blacklist: [],
    measures: [],
    ...rest,
  };
}

const noNewLine = {
  kind: MeasureKind.NO_NEW_LINE,
  sector: Sector.TELECOM,
  article: "N20-5",
  startsOn: "2024-02-29",
  endsOn: "2029-02-28",
  liftedAt: null,
};
const outcomesOf = (verdicts: readonly { outcome: OpeningOutcome }[]): OpeningOutcome[] =>
  verdicts.map(verdict => verdict.outcome);

describe("phoneCardLimit (N16-4)", () => {
  test.each([
    [0, []],
    [3, []],
    [4, []],
    [5, [DENY]],
    [6, [DENY]],
    [40, [DENY]],
  ])("with %i valid mobile cards at the carrier", (validMobileCards, outcomes) => {
    expect(outcomesOf(phoneCardLimit(facts({ validMobileCards })))).toEqual(outcomes);
  });

  test.each([
    [4, [UNKNOWN]],
    [5, [DENY]],
  ])("with %i cards among incomplete records", (validMobileCards, outcomes) => {
    expect(outcomesOf(phoneCardLimit(facts({ validMobileCards, recordsComplete: false })))).toEqual(outcomes);
  });

  test.each(Object.values(LineKind).filter(kind => kind !== LineKind.MOBILE))(
    "a line of kind %s is no mobile card",
    kind => {
      expect(phoneCardLimit(facts({ kind, validMobileCards: 9 }))).toEqual([]);
    },
  );

  test.each([
    [SubjectKind.PERSON, [DENY]],
    [null, [DENY]],
    [SubjectKind.UNIT, []],
  ])("a holder of kind %s", (holderKind, outcomes) => {
    expect(outcomesOf(phoneCardLimit(facts({ holderKind, validMobileCards: 5 })))).toEqual(outcomes);
  });

  test.each([
    ["2016-09-22", []],
    ["2016-09-23", [DENY]],
  ])("on %s, around the day of the notice", (on, outcomes) => {
    expect(outcomesOf(phoneCardLimit(facts({ on, validMobileCards: 5 })))).toEqual(outcomes);
  });
});

describe("telecomSanction (N20-5)", () => {
  test.each([
    [MeasureKind.NO_NEW_LINE, [DENY]],
    [MeasureKind.SUSPEND_LINE, [REVIEW]],
    [MeasureKind.REVERIFY, [REVIEW]],
    [MeasureKind.NO_NEW_ACCOUNT, []],
    [MeasureKind.SUSPEND_NON_COUNTER, []],
    [MeasureKind.SUSPEND_ALL_PAYMENT, []],
  ])("a measure %s in force", (kind, outcomes) => {
    expect(outcomesOf(telecomSanction(facts({ measures: [{ ...noNewLine, kind }] })))).toEqual(outcomes);
  });

  test.each([
    ["2024-02-28", null, false],
    ["2024-02-29", null, true],
    ["2029-02-28", null, true],
    ["2029-03-01", null, false],
    ["2025-06-01", "2025-06-01T15:59:59.999Z", false],
    ["2025-06-01", "2025-06-01T16:00:00.000Z", true],
  ])("on %s, lifted %s: in force %s", (on, liftedAt, inForce) => {
    const measures = [{ ...noNewLine, liftedAt: liftedAt === null ? null : new Date(liftedAt) }];
    expect(telecomSanction(facts({ on, measures })).length > 0).toBe(inForce);
  });

  test.each([
    ["N20-5", false],
    ["EXT:MEASURES_2024", true],
  ])(
    "cites the text it was recognised by, whatever day it began: %s, provisional %j",
    (article, isProvisional) => {
      const measures = [{ ...noNewLine, article, startsOn: "2024-12-01" }];
      const [verdict] = telecomSanction(facts({ measures }));
      expect(verdict?.finding.article).toBe(article);
      expect(verdict?.finding.message.includes("provisional")).toBe(isProvisional);
    },
  );

  test("each measure in force is named", () => {
    const measures = [
      noNewLine,
      { ...noNewLine, kind: MeasureKind.REVERIFY },
      { ...noNewLine, sector: Sector.BANKING },
    ];
    expect(telecomSanction(facts({ measures }))).toHaveLength(2);
  });
});

describe("lineBlacklist (RN-4)", () => {
  test.each([
    ["2026-01-09", null, null, false],
    ["2026-01-10", null, null, true],
    ["2026-03-01", "2026-03-01", null, true],
    ["2026-03-02", "2026-03-01", null, false],
    ["2026-02-01", null, "2026-02-01T04:00:00.000Z", false],
    ["2026-01-31", null, "2026-02-01T04:00:00.000Z", true],
  ])("on %s, ending %s, lifted %s: listed %s", (on, endsOn, liftedAt, listed) => {
    const entry = { startsOn: "2026-01-10", endsOn, liftedAt: liftedAt === null ? null : new Date(liftedAt) };
    expect(lineBlacklist(facts({ on, blacklist: [entry] })).length > 0).toBe(listed);
  });
});

describe("the decision", () => {
  const forbidden = { validMobileCards: 5 };
  const unanswered = { measures: null };
  const suspicious = { hasForgedDocument: true };

  test.each([
    ["what forbids decides over what is not known", { ...forbidden, ...unanswered, ...suspicious }, DENY, 3],
    [
      "what is not known never becomes a yes, nor a look by a person",
      { ...unanswered, ...suspicious },
      UNKNOWN,
      2,
    ],
    ["what has to be looked at is no yes", suspicious, REVIEW, 1],
    ["nothing against it is a yes", {}, ALLOW, 0],
  ])("%s", (_what, parts, outcome, findings) => {
    const decision = decideLineOpening(facts(parts));
    expect(decision.outcome).toBe(outcome);
    expect(decision.findings).toHaveLength(findings);
  });

  test("no combination of facts with an unanswered part allows the line", () => {
    for (const measures of [null, []]) {
      for (const recordsComplete of [true, false]) {
        for (const kind of Object.values(LineKind)) {
          const { outcome } = decideLineOpening(facts({ measures, recordsComplete, kind }));
          if (measures === null || !recordsComplete) expect(outcome).toBe(UNKNOWN);
          else expect([ALLOW, REVIEW]).toContain(outcome);
        }
      }
    }
  });

  test("every finding cites the article it rests on", () => {
    const { findings } = decideLineOpening(
      facts({ validMobileCards: 5, unprovedLines: 2, hasForgedDocument: true, measures: [noNewLine] }),
    );
    expect(findings.map(({ ruleId, article }) => [ruleId, article])).toEqual([
      ["telecomSanction", "N20-5"],
      ["phoneCardLimit", "N16-4"],
      ["realNameRegistration", "N16-3"],
      ["forgedId", "RN-3"],
    ]);
  });

  test.each([
    ["2016-09-22", "BEFORE_NOTICE_2016"],
    ["2016-09-23", "NOTICE_2016"],
    ["2019-03-31", "NOTICE_2016"],
    ["2019-04-01", "PBOC_2019_85"],
    ["2020-12-16", "PBOC_2019_85"],
    ["2020-12-17", "NOTICE_2020"],
    ["2024-11-30", "NOTICE_2020"],
    ["2024-12-01", "MEASURES_2024"],
  ])("a decision for %s is made by %s", (on, version) => {
    expect(decideLineOpening(facts({ on })).ruleVersion).toBe(version);
  });
});
