import { isEnded, sanctionStatus } from "../../../../../subgraphs/police/rules/sanctionStatus";
import { SanctionStatus } from "../../../../../subgraphs/police/types/enums";
import type { SanctionState } from "../../../../../subgraphs/police/types/Sanction";

const TODAY = "2026-11-24";
const running = { startsOn: "2024-01-01", endsOn: "2029-01-01", liftedAt: null };
const over = { startsOn: "2021-01-01", endsOn: "2026-11-23", liftedAt: null };
const lifted = { startsOn: "2024-01-01", endsOn: "2029-01-01", liftedAt: new Date(0) };
const { RECOGNISED, SERVED, ACTIVE, OBJECTED, LIFTED, EXPIRED } = SanctionStatus;

describe("a sanction's status", () => {
  test.each<[SanctionState, (typeof running | typeof lifted)[], boolean, SanctionStatus]>([
    [LIFTED, [running], true, LIFTED],
    [LIFTED, [over], false, LIFTED],
    [ACTIVE, [over], false, EXPIRED],
    [ACTIVE, [over], true, EXPIRED],
    [SERVED, [over, over], false, EXPIRED],
    [ACTIVE, [over, running], false, ACTIVE],
    [ACTIVE, [lifted], false, EXPIRED],
    [ACTIVE, [lifted, running], true, OBJECTED],
    [RECOGNISED, [running], false, RECOGNISED],
    [RECOGNISED, [], false, RECOGNISED],
    [SERVED, [], true, OBJECTED],
  ])("%s with measures %j, objection open: %s → %s", (state, measures, hasOpenObjection, expected) => {
    expect(sanctionStatus({ state, measures, hasOpenObjection, servedOn: TODAY }, TODAY)).toBe(expected);
  });

  test.each([
    ["the day after its service", "2026-11-23", ACTIVE],
    ["the day of its service", TODAY, SERVED],
  ])("is that of a notice in effect from the day after: on %s", (_when, servedOn, expected) => {
    const facts = { state: SERVED, measures: [running], hasOpenObjection: false, servedOn } as const;
    expect(sanctionStatus(facts, TODAY)).toBe(expected);
  });

  test("has ended when lifted or expired, and not while somebody objects", () => {
    expect([RECOGNISED, SERVED, ACTIVE, OBJECTED, LIFTED, EXPIRED].map(isEnded)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
