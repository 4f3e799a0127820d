import { HubError } from "../../../schema/contract/errors";

/** Clocks of institutions and of the hub may differ by so much. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Throws BAD_INPUT for a moment that has not come: an observation from the future would outlive all later ones. */
export function requirePast(field: string, moment: Date, now: Date): Date {
  if (moment.getTime() - now.getTime() <= CLOCK_SKEW_MS) return moment;
  throw new HubError("BAD_INPUT", `\`${field}\` lies in the future.`);
}
