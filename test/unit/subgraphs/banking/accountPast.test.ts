import * as fc from "fast-check";
import { closingsOf, historiesOf } from "../../../../subgraphs/banking/store/accountHistory";
import {
  accountPast,
  mayChangePast,
  sightsOf,
  type PastStretch,
} from "../../../../subgraphs/banking/store/accountPast";
import type { AccountRecord } from "../../../../subgraphs/banking/store/accountRecord";
import type { StoredAccount } from "../../../../subgraphs/banking/store/claimDirectory";
import { AccountClass, AccountKind, AccountStatus } from "../../../../subgraphs/banking/types/enums";

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 10, hour));

function seen(hour: number, accountClass: AccountClass): AccountRecord {
  return {
    id: "a",
    subjectId: "p",
    institution: "102",
    number: "1",
    kind: AccountKind.DEBIT_CARD,
    accountClass,
    reportedStatus: AccountStatus.NORMAL,
    openedOn: "2020-01-01",
    closedOn: null,
    outletCode: null,
    reservedPhone: null,
    deviceId: null,
    exemptFromLimit: null,
    involvedOn: null,
    observedAt: at(hour),
  };
}

const { I, II, III } = AccountClass;
const storedOf = (stored: StoredAccount | null) => new Map(stored === null ? [] : [["a", stored] as const]);
const toldOf = (records: readonly AccountRecord[], stored: StoredAccount | null) =>
  historiesOf(records, storedOf(stored), closingsOf(records, storedOf(stored)));
const pastOf = (records: readonly AccountRecord[], stored: StoredAccount | null) =>
  accountPast(toldOf(records, stored)[0]!, []);
const shown = ({ stretches, unchangedSince }: ReturnType<typeof accountPast>) => [
  ...stretches.map(({ accountClass, since, until }) => [accountClass, since, until]),
  unchangedSince,
];

test("of what was seen of an account at the same moment one thing counts, in whatever order it is told", () => {
  const told = [seen(1, I), seen(1, II), seen(1, III), seen(3, I)];
  const end = [[III, null, at(3)], at(3)];
  expect(shown(pastOf(told, null))).toEqual(end);
  expect(shown(pastOf(told.toReversed(), null))).toEqual(end);
});

test("what comes late and was seen while an account was something else parts that time", () => {
  const stored = {
    ...seen(5, I),
    firstObservedAt: at(1),
    firstClosedAt: null,
    unchangedSince: null,
    sights: null,
  };
  expect(shown(pastOf([seen(3, II)], stored))).toEqual([[I, null, at(3)], [II, at(3), at(5)], at(5)]);
  expect(shown(pastOf([seen(0, II)], stored))).toEqual([[II, null, at(1)], at(1)]);
});

/** What is known of the account once records have come batch by batch, kept as the store keeps it. */
function told(batches: readonly (readonly AccountRecord[])[]): unknown {
  let stored: StoredAccount | null = null;
  let stretches: readonly PastStretch[] = [];
  for (const batch of batches) {
    const [history] = toldOf(batch, stored);
    if (history === undefined) continue;
    const { fresh, firstObservedAt, firstClosedAt } = history;
    const now: AccountRecord | StoredAccount = fresh ?? stored!;
    const before: StoredAccount = stored ?? {
      ...fresh!,
      firstObservedAt,
      firstClosedAt,
      unchangedSince: null,
      sights: null,
    };
    if (mayChangePast(history)) {
      const past = accountPast(history, stretches);
      stretches = past.stretches;
      stored = { ...before, ...now, ...past, firstObservedAt, firstClosedAt };
    } else {
      const sights = [...(before.sights ?? []), ...sightsOf(history)];
      stored = {
        ...before,
        ...now,
        firstObservedAt,
        firstClosedAt,
        unchangedSince: before.unchangedSince,
        sights: sights.length === 0 ? before.sights : sights,
      };
    }
  }
  const { observedAt, accountClass, openedOn, subjectId, unchangedSince } = stored!;
  const parts = stretches.map(one => [
    one.subjectId,
    one.accountClass,
    one.openedOn,
    one.outletCode,
    one.since,
    one.lastSeenAt,
    one.until,
  ]);
  return { observedAt, accountClass, openedOn, subjectId, unchangedSince, parts };
}

test("what an account was follows from what was seen and when, in whatever order it is told and however often", () => {
  const record = fc
    .tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(I, II),
      fc.constantFrom("p", "q"),
      fc.constantFrom("2019-12-31", "2020-01-01"),
      fc.constantFrom("102-1", null),
      fc.constantFrom(AccountStatus.NORMAL, AccountStatus.NORMAL, AccountStatus.CLOSED),
    )
    .map(([hour, accountClass, subjectId, openedOn, outletCode, reportedStatus]) => ({
      ...seen(hour, accountClass),
      subjectId,
      openedOn,
      outletCode,
      reportedStatus,
    }));
  const tellings = fc
    .array(record, { minLength: 2, maxLength: 8 })
    .chain(records =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray([...records, ...records.slice(0, 2)], { minLength: records.length + 2 }),
        fc.integer({ min: 1, max: 4 }),
      ),
    );
  fc.assert(
    fc.property(tellings, ([records, shuffled, size]) => {
      const batches = shuffled.flatMap((_, at) => (at % size === 0 ? [shuffled.slice(at, at + size)] : []));
      const end = told(records.map(record => [record]));
      expect(told(batches)).toEqual(end);
      expect(told([shuffled])).toEqual(end);
    }),
    { numRuns: 500 },
  );
});
