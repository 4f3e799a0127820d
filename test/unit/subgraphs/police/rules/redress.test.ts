import { actsForOrgan } from "../../../../../subgraphs/police/rules/imposingAuthority";
import { legalRepLiability, type CaseMember } from "../../../../../subgraphs/police/rules/legalRepLiability";
import { objectionDueAt, requireUndecided } from "../../../../../subgraphs/police/rules/objectionLift";
import { requireTransition } from "../../../../../subgraphs/police/rules/requireTransition";
import { stopHours, stopSequence } from "../../../../../subgraphs/police/rules/stopPayment";
import {
  telecomSanction,
  type TelecomSanctionFacts,
} from "../../../../../subgraphs/police/rules/telecomSanction";
import { TIP_TRANSITIONS } from "../../../../../subgraphs/police/rules/tipOff";
import { VISIT_TRANSITIONS } from "../../../../../subgraphs/police/rules/visitCommitment";
import {
  Instrument,
  InvolvementRole,
  InvolvementStanding,
  ObjectionStatus,
  RuleVersion,
  SanctionStatus,
  TipStatus,
  VisitStatus,
} from "../../../../../subgraphs/police/types/enums";
import { MeasureKind } from "../../../../../subgraphs/shared/types/enums";

describe("an objection", () => {
  it("is due with the end of the fifteenth day, China Standard Time", () => {
    expect(objectionDueAt(new Date("2026-11-24T04:00:00Z"), null)).toEqual(new Date("2026-12-09T16:00:00Z"));
    expect(objectionDueAt(new Date("2026-11-24T16:00:00Z"), null)).toEqual(new Date("2026-12-10T16:00:00Z"));
  });

  it("to what ends sooner is due before it does: a decision that comes late is none", () => {
    const endsAt = new Date("2026-11-26T04:00:00Z");
    expect(objectionDueAt(new Date("2026-11-24T04:00:00Z"), endsAt)).toBe(endsAt);
  });

  it("is decided once, by the organ that recognised or the one right above", () => {
    requireUndecided(ObjectionStatus.FILED);
    for (const status of [ObjectionStatus.CONFIRMED, ObjectionStatus.REJECTED])
      expect(() => requireUndecided(status)).toThrow(status);
    expect(actsForOrgan("A110100", "A110100", "A990000")).toBe(true);
    expect(actsForOrgan("A990000", "A110100", "A990000")).toBe(true);
    expect(actsForOrgan("A220100", "A110100", "A990000")).toBe(false);
    expect(actsForOrgan("A220100", "A110100", null)).toBe(false);
  });
});

describe("telecom measures", () => {
  const facts: TelecomSanctionFacts = {
    status: SanctionStatus.SERVED,
    servedOn: "2024-02-29",
    version: RuleVersion.NOTICE_2020,
    instruments: [Instrument.PHONE_CARD],
    recognisedOn: "2024-02-29",
    convicted: false,
    running: null,
    standing: [],
    kinds: [MeasureKind.NO_NEW_LINE, MeasureKind.SUSPEND_LINE],
    startsOn: "2024-02-29",
    endsOn: "2029-02-28",
  };
  it.each<[string, Partial<TelecomSanctionFacts>, RegExp]>([
    ["before the notice is served", { status: SanctionStatus.RECOGNISED, servedOn: null }, /RECOGNISED/],
    [
      "of one objected to that was never served",
      { status: SanctionStatus.OBJECTED, servedOn: null },
      /OBJECTED/,
    ],
    ["of a lifted sanction", { status: SanctionStatus.LIFTED }, /LIFTED/],
    ["for bank cards", { instruments: [Instrument.PERSONAL_CARD] }, /phone or IoT card/],
    ["under a version without phone cards", { version: RuleVersion.PBOC_2019_85 }, /phone or IoT card/],
    ["that are none of telecom", { kinds: [MeasureKind.SUSPEND_ALL_PAYMENT] }, /kinds/],
    ["named twice", { kinds: [MeasureKind.REVERIFY, MeasureKind.REVERIFY] }, /each once/],
    ["that nobody names", { kinds: [] }, /kinds/],
    ["that stand already", { standing: [MeasureKind.SUSPEND_LINE] }, /already/],
    ["before the recognition", { startsOn: "2024-02-28" }, /recognition/],
    ["that end before they begin", { endsOn: "2024-02-28" }, /endsOn/],
    ["of more than five years", { endsOn: "2029-03-01" }, /5 years/],
  ])("%s are refused", (_what, rest, message) => {
    expect(() => telecomSanction({ ...facts, ...rest })).toThrow(message);
  });

  describe("under the measures of 2024", () => {
    const of2024 = {
      ...facts,
      version: RuleVersion.MEASURES_2024,
      recognisedOn: "2025-01-10",
      startsOn: "2025-01-10",
    };
    const running = { startsOn: "2023-12-01", endsOn: "2026-06-30" };
    it.each<[string, Partial<TelecomSanctionFacts>, string, string]>([
      ["last two years", {}, "2027-01-10", "2027-01-11"],
      ["of the convicted last three", { convicted: true }, "2028-01-10", "2028-01-11"],
      ["are added to what runs", { running }, "2028-06-30", "2028-07-01"],
      ["come to five years together at most", { running, convicted: true }, "2028-12-01", "2028-12-02"],
    ])("%s, and a day more is refused as provisional", (_what, rest, endsOn, tooLate) => {
      expect(telecomSanction({ ...of2024, ...rest, endsOn })).toMatchObject([{ endsOn }, { endsOn }]);
      expect(() => telecomSanction({ ...of2024, ...rest, endsOn: tooLate })).toThrow(
        /MEASURES_2024 \(provisional\)/,
      );
    });
  });

  it("of one that was served are set although somebody objects to it", () => {
    expect(telecomSanction({ ...facts, status: SanctionStatus.OBJECTED })).toHaveLength(2);
  });

  it("are what the regulator named, for its days", () => {
    const days = { startsOn: "2024-02-29", endsOn: "2029-02-28", sector: "TELECOM" };
    expect(telecomSanction(facts)).toEqual([
      { kind: "NO_NEW_LINE", ...days },
      { kind: "SUSPEND_LINE", ...days },
    ]);
  });
});

describe("a stop-payment", () => {
  const now = new Date("2026-11-24T04:00:00Z");
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const HOURS_48 = 48 * 3_600_000;
  it("runs 48 hours from the request, which is neither ahead nor over", () => {
    expect(stopHours(now, now).endsAt).toEqual(new Date("2026-11-26T04:00:00Z"));
    expect(stopHours(ago(HOURS_48 - 1), now).startsAt).toEqual(ago(HOURS_48 - 1));
    expect(() => stopHours(ago(HOURS_48), now)).toThrow(/48 hours/);
    expect(() => stopHours(ago(-61_000), now)).toThrow(/ahead/);
  });

  it("is had twice for one account, never three times", () => {
    expect([stopSequence([]), stopSequence([1]), stopSequence([2])]).toEqual([1, 2, 1]);
    expect(() => stopSequence([1, 2])).toThrow(/at most 2/);
  });
});

describe("those who answer for a unit", () => {
  const member = (id: string, role: InvolvementRole, rest: Partial<CaseMember> = {}): CaseMember => ({
    id,
    role,
    standing: InvolvementStanding.LEAD,
    subjectId: `1${id}`,
    kind: "PERSON",
    hasHolding: false,
    ...rest,
  });
  const unit = member("u", InvolvementRole.HOLDER, { kind: "UNIT" });
  const rep = member("r", InvolvementRole.LEGAL_REPRESENTATIVE);

  it("are its legal representative and responsible persons in the case, not others in it", () => {
    const members = [
      unit,
      rep,
      member("p", InvolvementRole.RESPONSIBLE_PERSON),
      member("h", InvolvementRole.HOLDER),
      // An account is recognised by name, or restricts nothing.
      member("a", InvolvementRole.LEGAL_REPRESENTATIVE, { hasHolding: true }),
      member("d", InvolvementRole.LEGAL_REPRESENTATIVE, { standing: InvolvementStanding.RECOGNISED }),
    ];
    expect(legalRepLiability("1u", members)).toEqual(["r", "p"]);
  });

  it("follow nobody's line but the unit's, and none where the case holds two units", () => {
    expect(legalRepLiability("1h", [unit, rep])).toEqual([]);
    const second = member("v", InvolvementRole.HOLDER, { kind: "UNIT" });
    expect(legalRepLiability("1u", [unit, second, rep])).toEqual([]);
  });

  it("are nobody while the case holds somebody known by token alone: it may be another unit", () => {
    const unknown = member("t", InvolvementRole.HOLDER, { kind: null });
    expect(legalRepLiability("1u", [unit, unknown, rep])).toEqual([]);
  });
});

describe("what goes through states", () => {
  it.each([
    [VisitStatus.PLANNED, [VisitStatus.MET, VisitStatus.REFUSED]],
    [VisitStatus.MET, [VisitStatus.SIGNED, VisitStatus.REFUSED]],
    [VisitStatus.SIGNED, []],
    [VisitStatus.REFUSED, []],
  ])("a visit that is %s goes on to %j alone, and a refusal names the state", (from, allowed) => {
    for (const to of Object.values(VisitStatus)) {
      const step = () => requireTransition("visit", VISIT_TRANSITIONS, from, to);
      if (allowed.includes(to)) step();
      else expect(step).toThrow(from);
    }
  });

  it.each([
    [TipStatus.RECEIVED, [TipStatus.LINKED, TipStatus.UNFOUNDED]],
    [TipStatus.LINKED, [TipStatus.REWARDED]],
    [TipStatus.UNFOUNDED, []],
    [TipStatus.REWARDED, []],
  ])("a tip that is %s goes on to %j alone", (from, allowed) => {
    const reached = Object.values(TipStatus).filter(to => TIP_TRANSITIONS[from].includes(to));
    expect(reached).toEqual(allowed);
  });
});
