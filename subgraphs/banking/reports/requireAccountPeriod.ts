import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { requirePast } from "../input/requirePast";
import type { ReportedStatus } from "../accountStatus";
import { AccountStatus } from "../types/enums";

/** When an account was opened, closed and seen so. */
export interface AccountPeriod {
  readonly status: ReportedStatus;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly observedAt: Date;
}

/** Refuses days that contradict each other, the status or the calendar of the observation. Throws BAD_INPUT. */
export function requireAccountPeriod(
  { status, openedOn, closedOn, observedAt }: AccountPeriod,
  now: Date,
): void {
  requirePast("observedAt", observedAt, now);
  const seenOn = chinaDay(observedAt);
  if (openedOn > seenOn) throw bad("`openedOn` lies after the day of `observedAt`.");
  // The day of a closing long ago may be known to nobody; one that is known belongs to a closed account.
  if (closedOn === null) return;
  if (status !== AccountStatus.CLOSED) throw bad("Only a CLOSED account has a `closedOn`.");
  if (closedOn < openedOn) throw bad("`closedOn` lies before `openedOn`.");
  if (closedOn > seenOn) throw bad("`closedOn` lies after the day of `observedAt`.");
}

function bad(message: string): HubError {
  return new HubError("BAD_INPUT", message);
}
