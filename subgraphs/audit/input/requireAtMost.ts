import { HubError } from "../../../schema/contract/errors";

/** Throws LIMIT_EXCEEDED for a list that is longer. */
export function requireAtMost(max: number, list: readonly unknown[]): void {
  if (list.length > max) throw new HubError("LIMIT_EXCEEDED", `At most ${max} can be sent at once.`);
}
