import { AccountStatus } from "../types/enums";
import type { AccountStanding } from "./accountRecord";

/** Was it seen later? Of two of the same moment their standing decides, so that it does not matter which came first. */
export function isNewerAccount(one: AccountStanding, other: AccountStanding): boolean {
  const later = one.observedAt.getTime() - other.observedAt.getTime();
  return later === 0 ? standingOf(one) > standingOf(other) : later > 0;
}

function standingOf(account: AccountStanding): string {
  const { reportedStatus, subjectId, kind, accountClass, openedOn, closedOn } = account;
  const { outletCode, exemptFromLimit, reservedPhone } = account;
  // A closed account stays closed, so that of two of the same moment closing is the last.
  const isClosed = Number(reportedStatus === AccountStatus.CLOSED);
  const rest = [kind, accountClass, openedOn, closedOn, outletCode, exemptFromLimit, reservedPhone];
  return JSON.stringify([isClosed, reportedStatus, subjectId, ...rest]);
}
