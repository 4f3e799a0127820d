import type { LineState } from "./lineDraft";

/** The first day on which its holder of now had the line, with whatever carrier. */
export function heldSince({
  heldSince: since,
  registeredOn,
}: Pick<LineState, "heldSince" | "registeredOn">): string {
  return since !== null && since < registeredOn ? since : registeredOn;
}
