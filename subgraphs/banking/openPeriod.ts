import { AccountStatus } from "./types/enums";
import type { ReportedStatus } from "./accountStatus";

/** When an account was opened and closed; a closed one may lack its day. */
export interface OpenPeriod {
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly reportedStatus: ReportedStatus;
  /** The day on which one that was closed and lacks its day is first known to be; null for all others. */
  readonly closedBy: string | null;
}

/** Whether an account is open on a calendar day: from the day it was opened to the day before it was closed. */
export function isOpenOn(
  { openedOn, closedOn, reportedStatus }: Omit<OpenPeriod, "closedBy">,
  day: string,
): boolean {
  if (openedOn > day) return false;
  return closedOn === null ? reportedStatus !== AccountStatus.CLOSED : closedOn > day;
}

/** Whether it cannot be told if an account was open on a day: it was closed since, and nobody has said when. */
export function mayBeOpenOn({ openedOn, closedBy }: OpenPeriod, day: string): boolean {
  return closedBy !== null && openedOn <= day && day < closedBy;
}
