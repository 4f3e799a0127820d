// RN-5: a card not put into use in time, or unused for 90 days running, may be suspended in part or whole, and comes back after verification.
import { daysBetween } from "../../../schema/contract/calendar";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { LineStatus } from "../types/enums";

/** The notice's own figure. */
export const UNUSED_DAYS = 90;

/** A line's use as far as its carrier has reported it. */
export interface LineUse {
  readonly status: LineStatus;
  readonly registeredOn: string;
  readonly activatedOn: string | null;
  readonly lastUsedOn: string | null;
}

/** The last day on which something is known to have been done with the line. */
export function lastSignOfUse({ registeredOn, activatedOn, lastUsedOn }: LineUse): string {
  return lastUsedOn ?? activatedOn ?? registeredOn;
}

/**
 * Has the line been out of use for 90 days on the day up to which its carrier's records are complete? The notice says
 * "may", so what comes of it is a task for the carrier and never a suspension.
 */
export function unused90Days(use: LineUse, knownThrough: string): RuleFinding | null {
  if (use.status !== LineStatus.ACTIVE && use.status !== LineStatus.PENDING) return null;
  const since = lastSignOfUse(use);
  if (daysBetween(since, knownThrough) < UNUSED_DAYS) return null;
  const message =
    use.status === LineStatus.PENDING
      ? `The line was not put into use within ${UNUSED_DAYS} days: the carrier looks at it.`
      : `The line has not been used for ${UNUSED_DAYS} days: the carrier looks at it.`;
  const fact = `last sign of use: ${since}; records complete through ${knownThrough}`;
  return { ruleId: "unused90Days", article: "RN-5", message, until: null, fact };
}
