import type { Session } from "../../session/session";

/** Whether the officer leads the case while it goes on: then theirs is the word on who belongs to it. */
export function isLeadOf(
  { caller, may }: Pick<Session, "caller" | "may">,
  { lead, status }: { readonly lead: string; readonly status: string },
): boolean {
  return may("case:lead") && caller.id === lead && status === "OPEN";
}
