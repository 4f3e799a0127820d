// N20-4, N16-6, N16-9: visits, indicators and tips go through their states in one direction; each knows its own table.
import { HubError } from "../../../schema/contract/errors";

/** From each state to those that may follow. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Throws INVALID_TRANSITION naming the state that the thing is in. */
export function requireTransition<S extends string>(
  what: string,
  transitions: Transitions<S>,
  from: S,
  to: S,
): void {
  if (transitions[from].includes(to)) return;
  const next = transitions[from].length === 0 ? "it is final" : `next is ${transitions[from].join(" or ")}`;
  throw new HubError("INVALID_TRANSITION", `The ${what} is ${from}: ${next}.`);
}
