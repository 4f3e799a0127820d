import type { Session } from "../../session/session";

/** Deadlines are set for carriers, by the regulator of their sector: the banks' regulator has its own register. */
export function mayOrderRectification({ may, caller }: Pick<Session, "may" | "caller">): boolean {
  return may("rectification:write") && caller.sector === "TELECOM";
}
