import { HubError } from "../../../schema/contract/errors";

/** Clocks of two institutions differ by seconds; by minutes they are wrong. */
const CLOCK_SKEW_MS = 2 * 60_000;

/** What has been seen lies in the past. Throws BAD_INPUT naming the field. */
export function requirePast(field: string, moment: Date, now: Date): void {
  if (moment.getTime() <= now.getTime() + CLOCK_SKEW_MS) return;
  throw new HubError("BAD_INPUT", `\`${field}\` lies in the future.`);
}
