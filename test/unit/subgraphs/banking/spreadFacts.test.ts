import { spreadFacts } from "../../../../subgraphs/banking/spreadFacts";
import type { RestrictionRow } from "../../../../subgraphs/banking/store/restrictionStore";
import { AccountOrderKind } from "../../../../subgraphs/banking/types/enums";

function restriction(rest: Partial<RestrictionRow> = {}, ruleId = "caseAccountSpread"): RestrictionRow {
  return {
    id: "r",
    subjectId: "s",
    accountId: "a",
    kind: AccountOrderKind.SUSPEND_NON_COUNTER,
    startsAt: new Date("2025-12-31T16:00:00.000Z"),
    endsAt: null,
    liftedAt: null,
    causeId: "case",
    derivation: [{ ruleId, article: "N16-5", message: "", until: null, fact: null }],
    ...rest,
  };
}

test("what does not spread from a case is left out", () => {
  expect(spreadFacts([restriction({}, "suspendFiveYears")], [])).toEqual([]);
});

test("one cause that reached three accounts is one fact, from the first to the last", () => {
  const facts = spreadFacts(
    [
      restriction({
        startsAt: new Date("2026-01-09T00:00:00.000Z"),
        endsAt: new Date("2027-01-31T16:00:00.000Z"),
      }),
      restriction({ endsAt: new Date("2027-02-28T16:00:00.000Z") }),
      restriction({ endsAt: new Date("2026-02-28T16:00:00.000Z") }),
    ],
    [],
  );
  expect(facts).toEqual([{ startsOn: "2026-01-01", endsOn: "2027-02-28", liftedOn: null }]);
});

test("it is lifted when the last account is restored, and goes on while one is not", () => {
  const lifted = (at: string) => restriction({ liftedAt: new Date(at) });
  const both = [lifted("2026-05-01T00:00:00.000Z"), lifted("2026-05-03T00:00:00.000Z")];
  expect(spreadFacts(both, [])[0]?.liftedOn).toBe("2026-05-03");
  expect(spreadFacts([...both, restriction()], [])[0]?.liftedOn).toBeNull();
});

test("two causes are two facts", () => {
  expect(spreadFacts([restriction(), restriction({ causeId: "another" })], [])).toHaveLength(2);
});

test("a recognised account spreads also where it is the only one; with what it reached it is one fact", () => {
  const recognition = {
    subjectId: "s",
    causeId: "case",
    startsOn: "2026-01-05",
    endsOn: null,
    liftedAt: null,
  };
  expect(spreadFacts([], [recognition])).toEqual([{ startsOn: "2026-01-05", endsOn: null, liftedOn: null }]);
  expect(spreadFacts([restriction()], [recognition, recognition])).toEqual([
    { startsOn: "2026-01-01", endsOn: null, liftedOn: null },
  ]);
});
