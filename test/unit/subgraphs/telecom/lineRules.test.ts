import { decideActivation } from "../../../../subgraphs/telecom/rules/decideActivation";
import { agentRectify, mayEnd } from "../../../../subgraphs/telecom/rules/agentRectify";
import type { LineActivationFacts } from "../../../../subgraphs/telecom/rules/lineActivationFacts";
import { isTransition, mayBeSeenNext } from "../../../../subgraphs/telecom/rules/lineTransition";
import { reverifiedStatus } from "../../../../subgraphs/telecom/rules/reverifiedStatus";
import { stopUnregistered } from "../../../../subgraphs/telecom/rules/stopUnregistered";
import { unused90Days } from "../../../../subgraphs/telecom/rules/unused90Days";
import { verifiedBeforeStop } from "../../../../subgraphs/telecom/rules/verifiedBeforeStop";
import {
  AbnormalFlagKind,
  FlagStatus,
  LineKind,
  LineStatus,
  RectificationStatus,
} from "../../../../subgraphs/telecom/types/enums";

const { PENDING, ACTIVE, DORMANT, REVERIFY_REQUIRED, SUSPENDED, CLOSED } = LineStatus;
const STATES = Object.values(LineStatus);

/** A new line with nothing against it; a test says what matters. */
function facts(rest: Partial<LineActivationFacts> = {}): LineActivationFacts {
  return {
    kind: LineKind.MOBILE,
    on: "2026-11-24",
    holderKind: "PERSON",
    registeredOn: "2026-11-20",
    activatedOn: "2026-11-21",
    evidence: {
      method: "ID_READER",
      verifiedAt: "2026-11-20T01:00:00.000Z",
      onlineCheckPassed: true,
      photoReference: "photo/1",
    },
    riskNotice: { acknowledgedOn: "2026-11-20" },
    forgedDocumentAt: null,
    ...rest,
  };
}
const rulesAgainst = (rest: Partial<LineActivationFacts>): string[] =>
  decideActivation(facts(rest)).map(({ ruleId, article }) => `${ruleId} ${article}`);

describe("a line that is put into service", () => {
  test("with holder, evidence and notice has nothing against it", () => {
    expect(rulesAgainst({})).toEqual([]);
  });

  test("is told everything that is missing, not only the first", () => {
    const rest = { evidence: null, riskNotice: null, forgedDocumentAt: "2026-11-22T00:00:00.000Z" };
    expect(rulesAgainst(rest)).toEqual(["idVerification N16-3", "riskNoticeAck RN", "forgedId RN-3"]);
  });

  test.each([
    ["2016-09-22", "2016-12-31", []],
    ["2016-09-22", "2017-01-01", ["realNameRegistration N16-3"]],
    ["2016-09-23", "2016-09-23", ["realNameRegistration N16-3"]],
  ])("without a holder, registered on %s and in use on %s", (registeredOn, on, against) => {
    expect(rulesAgainst({ holderKind: null, registeredOn, activatedOn: registeredOn, on })).toEqual(against);
  });

  test.each([
    ["2016-09-22", []],
    ["2016-09-23", ["idVerification N16-3"]],
  ])("without evidence, registered on %s", (registeredOn, against) => {
    expect(rulesAgainst({ evidence: null, registeredOn })).toEqual(against);
  });

  test("of a unit has no photo", () => {
    const evidence = {
      method: "DOCUMENT",
      verifiedAt: "2026-11-20T01:00:00.000Z",
      onlineCheckPassed: true,
      photoReference: null,
    };
    expect(rulesAgainst({ evidence, holderKind: "UNIT" })).toEqual([]);
    expect(rulesAgainst({ evidence, holderKind: "PERSON" })).toEqual(["idVerification N16-3"]);
  });

  test.each([
    ["2020-12-16", null, []],
    ["2020-12-17", null, ["riskNoticeAck RN"]],
    ["2026-11-20", "2026-11-20", []],
    ["2026-11-20", "2026-11-21", []],
    ["2026-11-20", "2026-11-22", ["riskNoticeAck RN"]],
  ])(
    "registered on %s, its notice confirmed on %s, activated on 21 November",
    (registeredOn, acknowledgedOn, against) => {
      const riskNotice = acknowledgedOn === null ? null : { acknowledgedOn };
      expect(rulesAgainst({ registeredOn, riskNotice })).toEqual(against);
    },
  );

  test.each([
    [LineKind.VOICE_TRUNK, ["lineGovernance N16-4"]],
    [LineKind.NUMBER_400, ["lineGovernance N16-4"]],
    [LineKind.ONE_NUMBER, ["lineGovernance N16-4"]],
    [LineKind.SWITCHBOARD, ["lineGovernance N16-4"]],
    [LineKind.INTERNATIONAL_GATEWAY, ["lineGovernance N16-4"]],
  ])("of kind %s is marked as checked", (kind, against) => {
    const rest = { kind, holderKind: "UNIT", registeredOn: "2010-01-01" } as const;
    expect(rulesAgainst({ ...rest, evidence: null })).toEqual(against);
    expect(rulesAgainst(rest)).toEqual([]);
    expect(rulesAgainst({ ...rest, evidence: null, on: "2016-09-22" })).toEqual([]);
  });

  test.each([
    ["2026-11-20T00:59:59.999Z", []],
    ["2026-11-20T01:00:00.000Z", ["forgedId RN-3"]],
    ["2026-11-23T00:00:00.000Z", ["forgedId RN-3"]],
  ])("whose document was found forged at %s waits for a later verification", (forgedDocumentAt, against) => {
    expect(rulesAgainst({ forgedDocumentAt })).toEqual(against);
  });
});

describe("the states of a line", () => {
  const ALLOWED: readonly (readonly [LineStatus, readonly LineStatus[]])[] = [
    [PENDING, [ACTIVE, CLOSED]],
    [ACTIVE, [DORMANT, REVERIFY_REQUIRED, SUSPENDED, CLOSED]],
    [DORMANT, [ACTIVE, SUSPENDED, CLOSED]],
    [REVERIFY_REQUIRED, [ACTIVE, SUSPENDED, CLOSED]],
    [SUSPENDED, [ACTIVE, CLOSED]],
    [CLOSED, []],
  ];
  test.each(ALLOWED)("from %s leads to %j and nowhere else", (from, next) => {
    expect(STATES.filter(to => to !== from && isTransition(from, to))).toEqual(
      STATES.filter(to => next.includes(to)),
    );
  });

  test("a report may leave out that a line was ACTIVE in between, but not that it was ever activated", () => {
    expect(mayBeSeenNext(DORMANT, REVERIFY_REQUIRED, true)).toBe(true);
    expect(mayBeSeenNext(SUSPENDED, DORMANT, true)).toBe(true);
    expect(mayBeSeenNext(PENDING, SUSPENDED, true)).toBe(true);
    expect(mayBeSeenNext(PENDING, SUSPENDED, false)).toBe(false);
  });

  test.each(STATES)("nothing comes after CLOSED, and PENDING after nothing: %s", state => {
    expect(mayBeSeenNext(CLOSED, state, true)).toBe(state === CLOSED);
    expect(mayBeSeenNext(state, PENDING, true)).toBe(state === PENDING);
  });

  test("whatever roads lead through two observations lead through their ends, so that order does not matter", () => {
    for (const a of STATES)
      for (const b of STATES)
        for (const c of STATES)
          if (mayBeSeenNext(a, b, true) && mayBeSeenNext(b, c, true))
            expect(mayBeSeenNext(a, c, true)).toBe(true);
  });
});

describe("unused90Days (RN-5)", () => {
  const use = {
    status: ACTIVE,
    registeredOn: "2020-01-01",
    activatedOn: "2020-01-02",
    lastUsedOn: "2024-02-29",
  };
  test.each([
    ["2024-05-28", false], // the 89th day
    ["2024-05-29", true],
    ["2024-05-30", true],
  ])("last used on 29 February 2024, records complete through %s: %s", (through, isDue) => {
    expect(unused90Days(use, through) !== null).toBe(isDue);
  });

  test.each([
    [ACTIVE, true],
    [PENDING, true],
    [DORMANT, false],
    [REVERIFY_REQUIRED, false],
    [SUSPENDED, false],
    [CLOSED, false],
  ])("a line that is %s", (status, isDue) => {
    expect(unused90Days({ ...use, status }, "2026-01-01") !== null).toBe(isDue);
  });

  test("without a use, activation counts, and without that the registration", () => {
    const never = { status: PENDING, registeredOn: "2026-01-01", activatedOn: null, lastUsedOn: null };
    expect(unused90Days(never, "2026-03-31")).toBeNull();
    expect(unused90Days(never, "2026-04-01")).toMatchObject({ article: "RN-5" });
    expect(unused90Days({ ...never, status: ACTIVE, activatedOn: "2026-01-02" }, "2026-04-01")).toBeNull();
  });
});

describe("stopUnregistered (N16-3)", () => {
  test.each([
    [ACTIVE, false, "2016-12-31", false],
    [ACTIVE, false, "2017-01-01", true],
    [DORMANT, false, "2017-01-01", true],
    [SUSPENDED, false, "2017-01-01", false],
    [CLOSED, false, "2017-01-01", false],
    [ACTIVE, true, "2017-01-01", false],
  ])("a line that is %s, registered %s, on %s: stopped %s", (status, isRegistered, day, isStopped) => {
    expect(stopUnregistered({ status, isRegistered }, day) !== null).toBe(isStopped);
  });
});

describe("verifiedBeforeStop (SH)", () => {
  test.each(Object.values(AbnormalFlagKind))(
    "a flag of kind %s does nothing until it has been verified",
    kind => {
      expect(verifiedBeforeStop(kind, FlagStatus.REPORTED)).toBeNull();
      expect(verifiedBeforeStop(kind, FlagStatus.DISMISSED)).toBeNull();
      expect(verifiedBeforeStop(kind, FlagStatus.VERIFIED)).not.toBeNull();
    },
  );
});

describe("agentRectify (N16-4)", () => {
  const { ORDERED, OVERDUE, CLOSED: MENDED, SHUT } = RectificationStatus;
  test.each([
    ["2026-11-23", ORDERED],
    ["2026-11-24", ORDERED],
    ["2026-11-25", OVERDUE],
  ])("due on 24 November, on %s it is %s", (day, standing) => {
    expect(agentRectify(ORDERED, "2026-11-24", day)).toBe(standing);
    expect(agentRectify(SHUT, "2026-11-24", day)).toBe(SHUT);
  });

  test.each([
    [ORDERED, true, false],
    [ORDERED, false, true],
    [OVERDUE, true, true],
    [OVERDUE, false, true],
    [MENDED, false, false],
    [SHUT, true, false],
  ])("%s, to be shut %s: may end %s", (standing, shut, may) => {
    expect(mayEnd(standing, shut)).toBe(may);
  });
});

describe("a verification of the holder (RN-4, RN-5)", () => {
  test("never ends a suspension that was ordered, whatever it came to", () => {
    expect(reverifiedStatus(SUSPENDED, true, true)).toBe(SUSPENDED);
    expect(reverifiedStatus(SUSPENDED, true, false)).toBe(ACTIVE);
    expect(reverifiedStatus(SUSPENDED, false, false)).toBe(SUSPENDED);
  });
});
