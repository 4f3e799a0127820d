import { historiesOf } from "../../../../subgraphs/banking/store/accountHistory";
import { accountPast } from "../../../../subgraphs/banking/store/accountPast";
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
const pastOf = (records: readonly AccountRecord[], stored: StoredAccount | null) =>
  accountPast(historiesOf(records, new Map(stored === null ? [] : [["a", stored]]))[0]!, []);
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
  const stored = { ...seen(5, I), firstObservedAt: at(1), unchangedSince: null };
  expect(shown(pastOf([seen(3, II)], stored))).toEqual([[I, null, at(3)], [II, at(3), at(5)], at(5)]);
  expect(shown(pastOf([seen(0, II)], stored))).toEqual([[II, null, at(1)], at(1)]);
});
