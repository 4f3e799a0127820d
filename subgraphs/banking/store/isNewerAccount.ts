import { AccountStatus } from "../types/enums";
import type { AccountStanding } from "./accountRecord";

/**
 * Does it stand against the other? A closed account stays closed, whatever was seen of it later and whichever came
 * first; else the later one stands. Of two of the same moment their standing decides.
 */
export function isNewerAccount(one: AccountStanding, other: AccountStanding): boolean {
  if (isClosed(one) !== isClosed(other)) return isClosed(one);
  const later = one.observedAt.getTime() - other.observedAt.getTime();
  return later === 0 ? standingOf(one) > standingOf(other) : later > 0;
}

/** Was it reported as closed? */
export function isClosed({ reportedStatus }: Pick<AccountStanding, "reportedStatus">): boolean {
  return reportedStatus === AccountStatus.CLOSED;
}

function standingOf(account: AccountStanding): string {
  const { reportedStatus, subjectId, kind, accountClass, openedOn, closedOn } = account;
  const { outletCode, exemptFromLimit, reservedPhone, deviceId } = account;
  // First what an account's past is made of (`accountPast`): of one moment the same thing counts there and here.
  const bearing = [subjectId, kind, accountClass, exemptFromLimit];
  const rest = [reportedStatus, closedOn, reservedPhone, deviceId];
  return JSON.stringify([...bearing, openedOn, outletCode, ...rest]);
}
