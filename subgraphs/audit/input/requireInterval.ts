import { HubError } from "../../../schema/contract/errors";

/** Throws BAD_INPUT unless the first moment lies before the second. */
export function requireInterval(from: Date, to: Date): void {
  if (from >= to) throw new HubError("BAD_INPUT", "`from` must lie before `to`.");
}
