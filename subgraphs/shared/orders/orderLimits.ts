import { HubError } from "../../../schema/contract/errors";

/** An institution's clock may run ahead of the hub's by this much. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;
/** Each order is locked, changed and told of in one transaction: about a second of work. */
const MAX_OUTCOMES = 5_000;

/** Throws LIMIT_EXCEEDED for more outcomes than are taken at once. */
export function requireOutcomeCount(count: number): void {
  if (count <= MAX_OUTCOMES) return;
  throw new HubError(
    "LIMIT_EXCEEDED",
    `At most ${MAX_OUTCOMES} outcomes are taken at once: send the rest under another requestId.`,
  );
}
