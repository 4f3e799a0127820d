import { AccountOrderKind, AccountStatus } from "./types/enums";

/** What an institution reports of an account; everything else is put on top of it. */
export type ReportedStatus = AccountStatus.NORMAL | AccountStatus.DORMANT | AccountStatus.CLOSED;

/** The interval in which a restriction stands: from its start, until its end or its lifting. */
export interface StandingInterval {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly liftedAt: Date | null;
}

/** From the strongest to the weakest; orders that restrict nothing (statement, review) are not in it. */
const STRENGTH: readonly (readonly [AccountOrderKind, AccountStatus])[] = [
  [AccountOrderKind.SUSPEND_ALL_PAYMENT, AccountStatus.ALL_SUSPENDED],
  [AccountOrderKind.FREEZE, AccountStatus.FROZEN],
  [AccountOrderKind.STOP_PAYMENT, AccountStatus.STOP_PAYMENT],
  [AccountOrderKind.SUSPEND_NON_COUNTER, AccountStatus.NON_COUNTER_SUSPENDED],
];

/** Whether a restriction stands at a moment; at the very moment of its end or lifting it no longer does. */
export function standsAt({ startsAt, endsAt, liftedAt }: StandingInterval, at: Date): boolean {
  return startsAt <= at && (endsAt === null || endsAt > at) && (liftedAt === null || liftedAt > at);
}

/** When what stands changes next by itself; null where it stands as it does until somebody writes. */
export function nextChangeAfter(intervals: readonly StandingInterval[], at: Date): Date | null {
  const moments = intervals
    .flatMap(({ startsAt, endsAt, liftedAt }) => [startsAt, endsAt, liftedAt])
    .filter(moment => moment !== null && moment > at);
  return moments.reduce<Date | null>(
    (next, moment) => (next === null || (moment !== null && moment < next) ? moment : next),
    null,
  );
}

/** The status a reader sees: the strongest restriction that stands at the moment, else what was reported. */
export function accountStatusAt(
  reported: ReportedStatus,
  restrictions: readonly (StandingInterval & { readonly kind: AccountOrderKind })[],
  at: Date,
): AccountStatus {
  const standing = new Set(restrictions.filter(one => standsAt(one, at)).map(one => one.kind));
  return STRENGTH.find(([kind]) => standing.has(kind))?.[1] ?? reported;
}
