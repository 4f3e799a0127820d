import fc from "fast-check";
import { accountStatusAt, standsAt } from "../../../../subgraphs/banking/accountStatus";
import { AccountOrderKind, AccountStatus } from "../../../../subgraphs/banking/types/enums";

const AT = new Date("2026-11-24T04:00:00.000Z");
const moment = (milliseconds: number): Date => new Date(AT.getTime() + milliseconds);
const standing = (kind: AccountOrderKind) => ({ kind, startsAt: moment(-1), endsAt: null, liftedAt: null });
const REPORTED = [AccountStatus.NORMAL, AccountStatus.DORMANT, AccountStatus.CLOSED] as const;

test.each([
  ["has not begun", { startsAt: moment(1), endsAt: null, liftedAt: null }, false],
  ["begins now", { startsAt: AT, endsAt: null, liftedAt: null }, true],
  ["ends now", { startsAt: moment(-9), endsAt: AT, liftedAt: null }, false],
  ["ends in a moment", { startsAt: moment(-9), endsAt: moment(1), liftedAt: null }, true],
  ["is lifted now", { startsAt: moment(-9), endsAt: null, liftedAt: AT }, false],
  ["will be lifted", { startsAt: moment(-9), endsAt: null, liftedAt: moment(1) }, true],
  ["was lifted before its end", { startsAt: moment(-9), endsAt: moment(9), liftedAt: moment(-1) }, false],
])("a restriction that %s", (_, interval, expected) => {
  expect(standsAt(interval, AT)).toBe(expected);
});

test("without a restriction that stands, what was reported is the status", () => {
  for (const reported of REPORTED) {
    expect(accountStatusAt(reported, [], AT)).toBe(reported);
    const over = { ...standing(AccountOrderKind.FREEZE), liftedAt: AT };
    expect(accountStatusAt(reported, [over], AT)).toBe(reported);
  }
});

test("orders that restrict nothing change nothing", () => {
  const { SUPPLY_STATEMENT, REVIEW, RESTORE } = AccountOrderKind;
  const restrictions = [SUPPLY_STATEMENT, REVIEW, RESTORE].map(standing);
  expect(accountStatusAt(AccountStatus.NORMAL, restrictions, AT)).toBe(AccountStatus.NORMAL);
});

test("of two overlapping restrictions the weaker one shows when the stronger one is lifted", () => {
  const freeze = { ...standing(AccountOrderKind.FREEZE), liftedAt: AT };
  const suspended = standing(AccountOrderKind.SUSPEND_NON_COUNTER);
  expect(accountStatusAt(AccountStatus.NORMAL, [freeze, suspended], moment(-1))).toBe(AccountStatus.FROZEN);
  expect(accountStatusAt(AccountStatus.NORMAL, [freeze, suspended], AT)).toBe(
    AccountStatus.NON_COUNTER_SUSPENDED,
  );
});

test("whatever stands, in whatever order, the strongest decides", () => {
  const strongestFirst = [
    [AccountOrderKind.SUSPEND_ALL_PAYMENT, AccountStatus.ALL_SUSPENDED],
    [AccountOrderKind.FREEZE, AccountStatus.FROZEN],
    [AccountOrderKind.STOP_PAYMENT, AccountStatus.STOP_PAYMENT],
    [AccountOrderKind.SUSPEND_NON_COUNTER, AccountStatus.NON_COUNTER_SUSPENDED],
  ] as const;
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...strongestFirst], { minLength: 1 }),
      fc.constantFrom(...REPORTED),
      (chosen, reported) => {
        const expected = strongestFirst.find(one => chosen.includes(one))?.[1];
        const restrictions = chosen.map(([kind]) => standing(kind));
        expect(accountStatusAt(reported, restrictions, AT)).toBe(expected);
      },
    ),
  );
});
