import { atmDelay, type ReleaseFacts } from "../../../../../subgraphs/banking/rules/atmDelay";
import { debitCardCleanUp } from "../../../../../subgraphs/banking/rules/debitCardCleanUp";
import { ReleaseOutcome, TransferChannel } from "../../../../../subgraphs/banking/types/enums";

const REQUESTED = new Date("2026-11-24T04:00:00.000Z");
const facts = (rest: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  channel: TransferChannel.ATM,
  requestedAt: REQUESTED,
  fromHolder: "a",
  toHolder: "b",
  ...rest,
});

test.each([[{ fromHolder: null }], [{ toHolder: null }], [{ fromHolder: null, toHolder: null }]])(
  "a side that is not known cannot be compared: %j",
  rest => {
    expect(atmDelay(facts(rest))).toMatchObject({ outcome: ReleaseOutcome.UNKNOWN, releaseAt: null });
  },
);

test("to another's account it arrives after 24 hours, and the finding says that documents are compared", () => {
  const release = atmDelay(facts());
  expect(release).toMatchObject({
    outcome: ReleaseOutcome.DELAYED,
    releaseAt: new Date("2026-11-25T04:00:00.000Z"),
  });
  expect(release.finding).toMatchObject({ ruleId: "atmDelay", article: "N16-5" });
  expect(release.finding.message).toContain("documents are compared");
});

test("to one's own account it arrives at once", () => {
  expect(atmDelay(facts({ toHolder: "a" }))).toMatchObject({
    outcome: ReleaseOutcome.AT_ONCE,
    releaseAt: REQUESTED,
  });
});

test.each([TransferChannel.COUNTER, TransferChannel.ONLINE, TransferChannel.MOBILE, TransferChannel.POS])(
  "%s is no cash machine",
  channel => {
    expect(atmDelay(facts({ channel, toHolder: null })).outcome).toBe(ReleaseOutcome.AT_ONCE);
  },
);

test.each([
  ["2016-11-30T15:59:59.999Z", ReleaseOutcome.AT_ONCE],
  ["2016-11-30T16:00:00.000Z", ReleaseOutcome.DELAYED],
])("the rule begins with 1 December 2016 in China: %s", (at, outcome) => {
  expect(atmDelay(facts({ requestedAt: new Date(at) })).outcome).toBe(outcome);
});

test.each([
  [3, 0],
  [4, 0],
  [5, 1],
  [6, 2],
])("of %i debit cards %i are to be cleaned up", (cards, above) => {
  expect(debitCardCleanUp(cards)).toBe(above);
});
