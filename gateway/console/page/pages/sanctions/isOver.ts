import type { Sanction } from "../person/personFacts";

/** Whether a sanction in this status stands no more. */
export function isOver(status: Sanction["status"]): boolean {
  return status === "LIFTED" || status === "EXPIRED";
}
