import { isAtLeast, requireImposingAuthority } from "../../../../../subgraphs/police/rules/imposingAuthority";
import { ruleTermsOn } from "../../../../../subgraphs/police/rules/ruleVersions";
import {
  requireSanctionTarget,
  type SanctionTarget,
} from "../../../../../subgraphs/police/rules/sanctionTargets";
import {
  AuthorityLevel,
  Conduct,
  Instrument,
  SanctionedRole,
} from "../../../../../subgraphs/police/types/enums";

const { COUNTY, DISTRICTED_CITY, PROVINCE, MINISTRY } = AuthorityLevel;
const NOTHING = { cardsOrAccounts: 0, occasions: 0, counterparties: 0, convicted: false, repeat: false };
const target = (rest: Partial<SanctionTarget> = {}): SanctionTarget => ({
  kind: "PERSON",
  role: SanctionedRole.INDIVIDUAL,
  conduct: Conduct.ILLEGAL_SALE,
  instruments: [Instrument.PERSONAL_CARD],
  facts: { ...NOTHING, cardsOrAccounts: 3 },
  ...rest,
});
function refusal(one: SanctionTarget, day: string, level = DISTRICTED_CITY): unknown {
  try {
    requireSanctionTarget(one, ruleTermsOn(day), level);
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return null;
}

describe("the organ that recognises", () => {
  it("is of a districted city or above; a county organ is told who can", () => {
    expect(() => requireImposingAuthority(COUNTY)).toThrow(/districted city/);
    for (const level of [DISTRICTED_CITY, PROVINCE, MINISTRY]) requireImposingAuthority(level);
    expect(isAtLeast(PROVINCE, MINISTRY)).toBe(false);
  });
});

describe("who can be sanctioned, and for what", () => {
  it.each<[Conduct, Record<string, boolean>]>([
    [
      Conduct.ILLEGAL_RENT,
      { "2018-01-01": true, "2020-01-01": true, "2021-01-01": true, "2025-01-01": true },
    ],
    [
      Conduct.ILLEGAL_LEND,
      { "2018-01-01": true, "2020-01-01": true, "2021-01-01": false, "2025-01-01": true },
    ],
    [
      Conduct.IMPERSONATION,
      { "2018-01-01": true, "2020-01-01": true, "2021-01-01": false, "2025-01-01": true },
    ],
    [
      Conduct.ILLEGAL_TRANSFER,
      { "2018-01-01": false, "2020-01-01": false, "2021-01-01": false, "2025-01-01": true },
    ],
  ])("%s is for the version of the day to say", (conduct, days) => {
    for (const [day, isSanctioned] of Object.entries(days))
      expect([day, refusal(target({ conduct }), day)]).toEqual([day, isSanctioned ? null : "BAD_INPUT"]);
  });

  it("by the notice of 2016 is nobody for phone cards alone; from 2020-12-17 on they are", () => {
    const phone = target({ instruments: [Instrument.PHONE_CARD] });
    expect(refusal(phone, "2020-12-16")).toBe("BAD_INPUT");
    expect(refusal(phone, "2020-12-17")).toBeNull();
    expect(refusal(target({ instruments: [] }), "2021-01-01")).toBe("BAD_INPUT");
  });

  it.each([
    ["two cards", { cardsOrAccounts: 2 }, "AUTHORITY_TOO_LOW"],
    ["three cards", { cardsOrAccounts: 3 }, null],
    ["three occasions", { occasions: 3 }, null],
    ["three counterparties", { counterparties: 3 }, null],
    ["two of each", { cardsOrAccounts: 2, occasions: 2, counterparties: 2 }, "AUTHORITY_TOO_LOW"],
    ["a conviction", { convicted: true }, null],
    ["less than nothing", { cardsOrAccounts: -1 }, "BAD_INPUT"],
  ])("under the measures of 2024 a city organ with %s", (_what, facts, expected) => {
    expect(refusal(target({ facts: { ...NOTHING, ...facts } }), "2024-12-01")).toBe(expected);
  });

  it("below that threshold is for a province to say; before December 2024 there was none", () => {
    const once = target({ facts: { ...NOTHING, cardsOrAccounts: 1 } });
    expect(refusal(once, "2024-12-01", PROVINCE)).toBeNull();
    expect(refusal(once, "2024-11-30")).toBeNull();
    const impersonation = target({ conduct: Conduct.IMPERSONATION, facts: NOTHING });
    expect(refusal(impersonation, "2025-01-01")).toBeNull();
  });

  it("as convicted needs the conviction among the facts", () => {
    const convicted = { ...NOTHING, convicted: true };
    const conduct = Conduct.CRIMINAL_CONVICTION;
    expect(refusal(target({ conduct }), "2025-01-01")).toBe("BAD_INPUT");
    expect(refusal(target({ conduct, facts: convicted }), "2025-01-01")).toBeNull();
  });

  it.each([
    ["a person as a unit", "PERSON", SanctionedRole.UNIT, "BAD_INPUT"],
    ["a unit as an individual", "UNIT", SanctionedRole.INDIVIDUAL, "BAD_INPUT"],
    ["a unit as its own manager", "UNIT", SanctionedRole.RESPONSIBLE_MANAGER, "BAD_INPUT"],
    ["a unit", "UNIT", SanctionedRole.UNIT, null],
    ["a unit as organiser", "UNIT", SanctionedRole.ORGANISER, null],
    ["the manager of a unit", "PERSON", SanctionedRole.RESPONSIBLE_MANAGER, null],
  ] as const)("%s", (_what, kind, role, expected) => {
    expect(refusal(target({ kind, role }), "2021-01-01")).toBe(expected);
  });
});
