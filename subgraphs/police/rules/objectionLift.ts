// N20-5: an objection to any measure, once the organ confirms it, lifts the measure at once. The notices name no time to
// decide in; every objection has one here, or redress would come late.
import { addDays, chinaDay, endOfChinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { ObjectionStatus } from "../types/enums";

/** A fortnight and a day to look at the papers: what the police already promise the people of the seeded world. */
const DAYS_TO_DECIDE = 15;

/** When an objection is to be decided: with the end of the fifteenth day, or with the measure itself if it ends sooner. */
export function objectionDueAt(filedAt: Date, measureEndsAt: Date | null): Date {
  const lastDay = addDays(chinaDay(filedAt), DAYS_TO_DECIDE);
  const due = endOfChinaDay(new Date(`${lastDay}T00:00:00.000Z`));
  return measureEndsAt !== null && measureEndsAt < due ? measureEndsAt : due;
}

/** FILED → CONFIRMED, REJECTED. Throws INVALID_TRANSITION once it was decided. */
export function requireUndecided(status: ObjectionStatus): void {
  if (status !== ObjectionStatus.FILED)
    throw new HubError("INVALID_TRANSITION", `The objection is ${status}: it was decided already.`);
}
