import { AccountStatus } from "./types/enums";
import type { ReportedStatus } from "./accountStatus";

/** When an account was opened and closed; a closed one may lack its day. */
export interface OpenPeriod {
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly reportedStatus: ReportedStatus;
}

/** Whether an account is open on a calendar day: from the day it was opened to the day before it was closed. */
export function isOpenOn({ openedOn, closedOn, reportedStatus }: OpenPeriod, day: string): boolean {
  if (openedOn > day) return false;
  return closedOn === null ? reportedStatus !== AccountStatus.CLOSED : closedOn > day;
}
