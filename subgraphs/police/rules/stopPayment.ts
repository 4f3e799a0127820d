// Emergency stop-payment: 48 hours from the request, at most twice per account; number, institution, holder and time match.
import { HubError } from "../../../schema/contract/errors";

/** What is stopped is looked into within two days, or set free. */
const STOP_MS = 48 * 3_600_000;
const MAX_STOPS_PER_ACCOUNT = 2;
/** Two machines' clocks may differ by this much. */
const CLOCK_SKEW_MS = 60_000;

/** The hours of a stop that was asked for at a moment. Throws BAD_INPUT where that lies ahead or the hours are over. */
export function stopHours(requestedAt: Date, now: Date): { startsAt: Date; endsAt: Date } {
  if (requestedAt.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new HubError(
      "BAD_INPUT",
      "`requestedAt` lies ahead: it is the moment at which the stop was asked for.",
    );
  const endsAt = new Date(requestedAt.getTime() + STOP_MS);
  if (endsAt <= now)
    throw new HubError(
      "BAD_INPUT",
      "`requestedAt` lies more than 48 hours back: the stop would be over already.",
    );
  return { startsAt: requestedAt, endsAt };
}

/**
 * Which stop of the account this is, by the places that are taken: one that met no such account has stopped nothing and
 * takes none. Throws LIMIT_EXCEEDED for a third.
 */
export function stopSequence(taken: readonly number[]): number {
  const places = Array.from({ length: MAX_STOPS_PER_ACCOUNT }, (_, index) => index + 1);
  const free = places.find(place => !taken.includes(place));
  if (free !== undefined) return free;
  throw new HubError(
    "LIMIT_EXCEEDED",
    `An account is stopped at most ${MAX_STOPS_PER_ACCOUNT} times. Freeze it by a legal paper instead.`,
  );
}
