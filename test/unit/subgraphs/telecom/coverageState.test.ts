import { coverageState, withoutFinding } from "../../../../subgraphs/telecom/coverageState";

const NOW = new Date("2026-11-24T04:00:00.000Z");
const before = (ms: number): Date => new Date(NOW.getTime() - ms);
const DAY_MS = 86_400_000;

describe("what a carrier's rows and declaration come to", () => {
  test.each([
    ["something held, nothing declared", true, null, "NOT_ANSWERED"],
    ["nothing held, nothing declared", false, null, "NOT_ANSWERED"],
    ["something held, declared too long ago", true, before(3 * DAY_MS + 1), "STALE"],
    ["nothing held, declared too long ago", false, before(30 * DAY_MS), "STALE"],
    ["nothing held, declared just in time", false, before(3 * DAY_MS), "NONE"],
    ["something held, declared today", true, before(0), "FOUND"],
  ])("%s", (_what, holds, completeAsOf, state) => {
    expect(coverageState(holds, completeAsOf, NOW)).toBe(state);
  });

  test("all but the police see that there was an answer, never what it was", () => {
    const seen = ["FOUND", "NONE", "NOT_ANSWERED", "STALE"].map(state => withoutFinding(state as never));
    expect(seen).toEqual(["ANSWERED", "ANSWERED", "NOT_ANSWERED", "STALE"]);
  });
});
