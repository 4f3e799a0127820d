// N16-4: a breaching agent is told to mend it within a time; one who has not by then is shut.
import { RectificationStatus } from "../types/enums";

/** Where a rectification stands on a day; the day on which it is due is still in time. */
export function agentRectify(status: RectificationStatus, dueOn: string, day: string): RectificationStatus {
  return status === RectificationStatus.ORDERED && dueOn < day ? RectificationStatus.OVERDUE : status;
}

/** Shut is only who has let the time pass; mended can be at any time before it is closed. */
export function mayEnd(standing: RectificationStatus, shut: boolean): boolean {
  if (standing === RectificationStatus.OVERDUE) return true;
  return standing === RectificationStatus.ORDERED && !shut;
}
